package io.caucus.ingest;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * An account, known by its name. The file dates nothing, so the account came to be when the set begins, which is no later than
 * its first opportunity; its sector and headcount are told at the export.
 */
final class MavenAccounts implements RecordMapping {

    static final String ACCOUNT = "account";
    private static final String SECTOR = "sector";
    private static final String EMPLOYEES = "employees";

    private final ListedValues sectors = new ListedValues(
            "the profile's list of sectors",
            new TreeSet<>(List.of(
                    "employment",
                    "entertainment",
                    "finance",
                    "marketing",
                    "medical",
                    "retail",
                    "services",
                    "software",
                    "technology",
                    "telecommunications")));

    @Override
    public String record() {
        return "account";
    }

    @Override
    public Columns columns() {
        return new Columns(List.of(ACCOUNT), List.of(SECTOR, EMPLOYEES, MavenSubsidiaries.PARENT));
    }

    @Override
    public List<String> dates() {
        return List.of();
    }

    @Override
    public String nativeId(Row row) {
        return Keys.slug(row, ACCOUNT);
    }

    @Override
    public List<Fact> facts(Row row, Reading reading) {
        var times = reading.times();
        var id = new AccountId(MavenCrmProfile.key(nativeId(row)));
        var facts = new ArrayList<Fact>();
        facts.add(new Account(id, row.get(ACCOUNT), Optional.empty(), FactTime.at(times.begun())));
        var headcount = row.findWhole(EMPLOYEES);
        headcount.ifPresent(count ->
                facts.add(new FieldChange(id.ref(), ChangeField.HEADCOUNT, count, FactTime.at(times.exported()))));
        row.find(SECTOR).ifPresent(sector -> {
            sectors.check(SECTOR, sector, reading.findings());
            facts.add(new FieldChange(id.ref(), ChangeField.INDUSTRY, sector, FactTime.at(times.exported())));
        });
        return facts;
    }
}
