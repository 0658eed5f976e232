package io.caucus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.testkit.HistoryOracle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A company, a person there and a sale to it, exported in March and, all of them renamed, in June. */
class RenamedRecordsTest {

    private static final String OLD = "Acme acme.example, Ana ana@acme.example, Pilot";
    private static final String NEW = "Birch birch.example, Eva eva@birch.example, Rollout";

    private static final String MAPPING = """
            source: generic
            files:
              - file: firms.csv
                records:
                  - {entity: account, id: Id, at: Since, name: Name, domain: Web, changed: Changed}
              - file: people.csv
                records:
                  - {entity: person, id: Id, at: Since, name: Name, email: Mail, changed: Changed}
                  - {entity: employment, id: Id, at: Since, person: {id: Id}, account: {domain: Web}}
              - file: sales.csv
                records:
                  - {entity: opportunity, id: Id, at: Since, name: Name, account: {domain: Web}, changed: Changed}
            """;

    /** How each profile writes the three of them, with gaps for what is renamed and when. */
    enum Export {
        HUBSPOT("hubspot:1", """
                companies.csv
                Company ID,Company Name,Company Domain Name,Create Date,Last Modified Date
                1,{firm},{web},2024-01-10,{changed}

                contacts.csv
                Contact ID,First Name,Email,Associated Company Domain,Create Date,Last Modified Date
                7,{person},{mail},{web},2024-01-10,{changed}

                deals.csv
                Deal ID,Deal Name,Deal Stage,Associated Company Domain,Create Date,Last Modified Date
                9,{sale},Contract Sent,{web},2024-01-10,{changed}
                """),
        SALESFORCE("salesforce:0015g00000XyZ1aAAF", """
                Account.csv
                Id,Name,Website,CreatedDate,LastModifiedDate
                0015g00000XyZ1aAAF,{firm},https://{web},2024-01-10,{changed}

                Contact.csv
                Id,AccountId,FirstName,Email,CreatedDate,LastModifiedDate
                0035g00000AbCd1AAF,0015g00000XyZ1aAAF,{person},{mail},2024-01-10,{changed}

                Opportunity.csv
                Id,Name,AccountId,StageName,CreatedDate,LastModifiedDate
                0065g00000OpPo1AAF,{sale},0015g00000XyZ1aAAF,Proposal,2024-01-10,{changed}
                """),
        GENERIC("generic:1", """
                firms.csv
                Id,Name,Web,Since,Changed
                1,{firm},{web},2024-01-10,{changed}

                people.csv
                Id,Name,Mail,Web,Since,Changed
                7,{person},{mail},{web},2024-01-10,{changed}

                sales.csv
                Id,Name,Web,Since,Changed
                9,{sale},{web},2024-01-10,{changed}
                """);

        private final String account;
        private final String files;

        Export(String account, String files) {
            this.account = account;
            this.files = files;
        }

        private AccountId account() {
            return new AccountId(account);
        }

        private String march() {
            return filled("Acme", "acme.example", "Ana", "ana@acme.example", "Pilot", "2024-03-01");
        }

        private String june() {
            return filled("Birch", "birch.example", "Eva", "eva@birch.example", "Rollout", "2024-06-01");
        }

        private String filled(String firm, String web, String person, String mail, String sale, String changed) {
            return files.replace("{firm}", firm)
                    .replace("{web}", web)
                    .replace("{person}", person)
                    .replace("{mail}", mail)
                    .replace("{sale}", sale)
                    .replace("{changed}", changed);
        }
    }

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @EnumSource
    void theyHaveTheirNewNamesSinceTheirLastChangeInWhicheverOrderTheyAreImported(Export export) throws IOException {
        var inOrder = imported(export, export.march(), export.june());
        var backwards = imported(export, export.june(), export.march());

        for (var facts : List.of(inOrder, backwards)) {
            assertThat(names(export, facts, "2024-01-15")).isEqualTo(OLD);
            assertThat(names(export, facts, "2024-04-01")).isEqualTo(OLD);
            assertThat(names(export, facts, "2024-06-02")).isEqualTo(NEW);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theOnlyExportThereIsNamesThemSinceTheyCameToBe(Export export) throws IOException {
        var facts = imported(export, export.june());

        assertThat(names(export, facts, "2024-01-15")).isEqualTo(NEW);
        assertThat(names(export, facts, "2024-06-02")).isEqualTo(NEW);
    }

    @Test
    void aFileWithoutTheColumnSaysNothingOfADomainAndABlankOneTakesItAway() throws IOException {
        var without = imported(Export.HUBSPOT, Export.HUBSPOT.march(), """
                companies.csv
                Company ID,Company Name,Create Date,Last Modified Date
                1,Birch,2024-01-10,2024-06-01
                """);
        var blank = imported(Export.HUBSPOT, Export.HUBSPOT.march(), """
                companies.csv
                Company ID,Company Name,Company Domain Name,Create Date,Last Modified Date
                1,Birch,,2024-01-10,2024-06-01
                """);

        assertThat(history(Export.HUBSPOT, without, "2024-06-02").account().domain())
                .contains("acme.example");
        assertThat(history(Export.HUBSPOT, blank, "2024-06-02").account().domain())
                .isEmpty();
        assertThat(history(Export.HUBSPOT, blank, "2024-05-31").account().domain())
                .contains("acme.example");
    }

    @Test
    void aRecordThatWasNotChangedSinceItsCreationTellsItsNameOnce() throws IOException {
        assertThat(imported(Export.HUBSPOT, """
                companies.csv
                Company ID,Company Name,Create Date,Last Modified Date
                1,Acme,2024-01-10,2024-01-10
                """))
                .containsExactly(new Account(
                        Export.HUBSPOT.account(), "Acme", Optional.empty(), FactTime.at(day("2024-01-10"))));
    }

    private List<Fact> imported(Export export, String... exports) throws IOException {
        var trial = new ImportTrial(Files.createTempDirectory(temporary, "trial"));
        for (String files : exports) {
            for (String file : files.split("\n\n", -1)) {
                var lines = file.split("\n", 2);
                trial.file(lines[0], lines[1]);
            }
            var mapping = export == Export.GENERIC
                    ? Optional.of(Mapping.parse("crm.yaml", MAPPING))
                    : Optional.<Mapping>empty();
            var report = trial.run(new ImportRequest(
                    export.name().toLowerCase(Locale.ROOT), mapping, trial.folder, "batch-1", trial.rejects));
            assertThat(report.rejected()).isZero();
        }
        return trial.graph.facts(Fact.class);
    }

    private static String names(Export export, List<Fact> facts, String day) {
        var history = history(export, facts, day);
        return "%s %s, %s %s, %s"
                .formatted(
                        history.account().name(),
                        history.account().domain().orElse("-"),
                        history.people().getFirst().name(),
                        history.people().getFirst().email().orElse("-"),
                        history.opportunities().getFirst().name());
    }

    /** As the oracle has it, and as the history puts it together of the same facts. */
    private static AccountHistory history(Export export, List<Fact> facts, String day) {
        var asOf = new AsOf(day(day));
        var oracle = HistoryOracle.history(export.account(), asOf, facts);
        assertThat(AccountHistory.of(export.account(), asOf, facts)).isEqualTo(oracle);
        return oracle;
    }

    private static Instant day(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }
}
