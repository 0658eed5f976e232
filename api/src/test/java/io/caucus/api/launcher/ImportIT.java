package io.caucus.api.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caucus.testkit.Neo4jServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports from the command line: once, twice and in the wrong folder. */
@Tag("neo4j")
class ImportIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Launcher caucus;

    @BeforeEach
    void begin() {
        caucus = Launcher.onEmptied(Neo4jServer.shared(), folder.resolve("data"));
    }

    @Test
    void importingTwiceChangesNothing() throws IOException {
        var export = export(folder.resolve("export"), 400);

        var first = report(caucus.run("import", "--profile", "hubspot", export.toString(), "--json"));
        var digest = caucus.run("digest").out();
        var second = report(caucus.run("import", "--profile", "hubspot", export.toString(), "--json"));

        assertThat(first.get("accepted").asLong()).isEqualTo(1 + 400);
        assertThat(second.get("accepted").asLong()).isZero();
        assertThat(second.get("duplicate").asLong()).isEqualTo(1 + 400);
        assertThat(caucus.run("digest").out()).isEqualTo(digest);
    }

    @Test
    void aChangedColumnStopsAStrictImportBeforeAnythingIsWrittenAndNoOther() throws IOException {
        var export = export(folder.resolve("export"), 30);
        report(caucus.run("import", "--profile", "hubspot", export.toString(), "--json"));
        var digest = caucus.run("digest").out();
        var contacts = export.resolve("contacts.csv");
        Files.writeString(
                contacts,
                Files.readString(contacts).replace("Job Title,", "Role,").replace("Number 1,", "One,"));

        var strict = caucus.run("import", "--profile", "hubspot", export.toString(), "--strict");
        var checked = JSON.readTree(caucus.run("import", "--profile", "hubspot", export.toString(), "--check", "--json")
                .out());

        assertThat(strict.exitCode()).isEqualTo(3);
        assertThat(strict.err()).contains("column 'Role' is new", "column 'Job Title' is missing");
        assertThat(checked.get("written").asBoolean()).isFalse();
        assertThat(checked.get("drift")).hasSize(2);
        assertThat(caucus.run("digest").out()).isEqualTo(digest);

        var imported = report(caucus.run("import", "--profile", "hubspot", export.toString(), "--json"));
        var again = report(caucus.run("import", "--profile", "hubspot", export.toString(), "--strict", "--json"));
        assertThat(imported.get("drift")).hasSize(2);
        assertThat(again.get("drift")).isEmpty();
    }

    /** North Fund put money into all three; Globex was bought a half-life of two years before it is asked. */
    @Test
    void whoInvestedInWhomReachesTheFeatures() throws IOException {
        var export = Files.createDirectory(folder.resolve("companies"));
        Files.writeString(export.resolve("companies.csv"), "id,name\n1,Acme\n2,Globex\n3,Initech\n");
        Files.writeString(
                export.resolve("rounds.csv"),
                IntStream.rangeClosed(1, 3)
                        .mapToObj("%d,North Fund,2019-01-01"::formatted)
                        .collect(Collectors.joining("\n", "company,investor,day\n", "\n")));
        Files.writeString(export.resolve("sales.csv"), "company,day\n2,2024-03-01\n");
        var mapping = Files.writeString(folder.resolve("companies.yaml"), """
                source: crm
                files:
                  - file: companies.csv
                    records:
                      - {entity: account, id: id, at: beginning, name: name}
                  - file: rounds.csv
                    records:
                      - {entity: investment, id: company, at: day, investor: investor, account: {id: company}}
                  - file: sales.csv
                    records:
                      - {entity: field-change, id: company, at: day, account: {id: company},
                         field: {constant: ownership}, value: {constant: subsidiary}}
                """);

        var imported = report(caucus.run("import", export.toString(), "--mapping", mapping.toString(), "--json"));
        var acme = caucus.run("features", "crm:1", "--as-of", "2026-03-01");

        assertThat(imported.get("accepted").asLong()).isEqualTo(3 + 3 + 1);
        assertThat(acme.out())
                .as(acme.err())
                .containsPattern("0\\.693 +Exits of investors {2}\\(network\\.investor_exits\\)")
                .containsPattern("0\\.405 +Exits of investors, fading")
                .contains(
                        "North Fund invested in 3 companies and saw 1 go public or be bought, last Globex on 1 Mar 2024.");
    }

    @Test
    void aFolderWithoutAnExportIsRefusedAndAProfileNobodyKnowsToo() throws IOException {
        var empty = Files.createDirectory(folder.resolve("empty"));

        var nothing = caucus.run("import", "--profile", "hubspot", empty.toString());
        var unknown = caucus.run("import", "--profile", "spothub", empty.toString());

        assertThat(nothing.exitCode()).isEqualTo(3);
        assertThat(nothing.err()).contains("empty");
        assertThat(unknown.exitCode()).isEqualTo(3);
        assertThat(unknown.err()).contains("spothub").contains("hubspot", "maven-crm", "salesforce");
    }

    @Test
    void theRealExportsAddUp() throws IOException {
        var real = Path.of(System.getProperty("caucus.shared-data"));
        boolean isThere =
                Files.isDirectory(real.resolve("hubspot-dummy")) && Files.isDirectory(real.resolve("maven-crm"));
        if (!isThere) {
            System.out.println("skipped: data sets hubspot-dummy and maven-crm not found in " + real.getFileName());
        }
        assumeTrue(isThere, "data sets not found");

        var hubspot = report(caucus.run(
                "import", "--profile", "hubspot", real.resolve("hubspot-dummy").toString(), "--json"));
        var maven = report(caucus.run(
                "import", "--profile", "maven-crm", real.resolve("maven-crm").toString(), "--json"));
        var scored = JSON.readTree(
                caucus.run("score", "--as-of", "2025-05-02", "--json").out());

        assertThat(hubspot.get("read").asLong()).isEqualTo(200 + 950 + 500 + 300 + 2_000);
        assertThat(hubspot.get("rejected").asLong()).isEqualTo(572);
        assertThat(file(maven, "opportunity").get("read").asLong()).isEqualTo(8_800);
        assertThat(file(maven, "opportunity").get("rejected").asLong()).isEqualTo(1_425);
        assertThat(scored.get("accounts").asLong()).isEqualTo(200 + 85);
    }

    private static JsonNode report(Launcher.Run run) throws IOException {
        assertThat(run.exitCode()).as(run.err()).isZero();
        var report = JSON.readTree(run.out());
        assertThat(report.get("read").asLong())
                .isEqualTo(report.get("accepted").asLong()
                        + report.get("rejected").asLong()
                        + report.get("duplicate").asLong());
        return report;
    }

    private static JsonNode file(JsonNode report, String record) {
        for (JsonNode file : report.get("files")) {
            if (file.get("record").asText().equals(record)) {
                return file;
            }
        }
        throw new AssertionError("no file of %s records in %s".formatted(record, report));
    }

    /** One company and many contacts, in HubSpot's columns. */
    private static Path export(Path target, int contacts) throws IOException {
        Files.createDirectories(target);
        Files.writeString(target.resolve("companies.csv"), """
                Company ID,Company Name,Company Domain Name,Industry,Number of Employees,Create Date,Last Modified Date,Company Owner
                C-1,Acme,acme.example,Retail,120,2026-01-05,2026-02-01,pam@us.example
                """);
        Files.writeString(
                target.resolve("contacts.csv"),
                IntStream.rangeClosed(1, contacts)
                        .mapToObj(i ->
                                "P-%d,Ana,Number %d,ana%d@acme.example,Head of Data,2026-01-%02d,2026-02-01,pam@us.example,acme.example"
                                        .formatted(i, i, i, 1 + i % 28))
                        .collect(Collectors.joining(
                                "\n",
                                "Contact ID,First Name,Last Name,Email,Job Title,Create Date,Last Modified Date,Contact Owner,Associated Company Domain\n",
                                "\n")));
        return target;
    }
}
