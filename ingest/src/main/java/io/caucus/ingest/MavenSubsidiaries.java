package io.caucus.ingest;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.time.FactTime;
import java.util.List;

/** Which account belongs to which: a second reading of the accounts, since a parent may stand below its subsidiary. */
final class MavenSubsidiaries implements RecordMapping {

    static final String PARENT = "subsidiary_of";

    @Override
    public String record() {
        return "subsidiary";
    }

    @Override
    public Columns columns() {
        return new Columns(List.of(MavenAccounts.ACCOUNT), List.of(PARENT));
    }

    @Override
    public List<String> dates() {
        return List.of();
    }

    @Override
    public boolean concerns(Row row) {
        return row.find(PARENT).isPresent();
    }

    @Override
    public void refer(Row row, References references) {
        references.name(row.find(MavenAccounts.ACCOUNT));
        references.name(row.find(PARENT));
    }

    @Override
    public String nativeId(Row row) {
        return Keys.slug(row, MavenAccounts.ACCOUNT);
    }

    @Override
    public List<Fact> facts(Row row, Reading reading) {
        AccountId account = reading.references().getAccountByName(row, MavenAccounts.ACCOUNT);
        AccountId parent = reading.references().getAccountByName(row, PARENT);
        return List.of(Parents.tell(
                account, parent, PARENT, FactTime.at(reading.times().exported())));
    }
}
