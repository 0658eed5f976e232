package io.caucus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.graphmodel.quality.ColumnType;
import io.caucus.graphmodel.quality.SeenColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is held against the last one of its kind before anything of it is written. */
class DriftTest {

    private static final String HEADER = "Company ID,Company Name,Company Domain Name,Create Date,Tier,Active,Note\n";

    private ImportTrial trial;

    @BeforeEach
    void begin(@TempDir Path temporary) throws IOException {
        trial = new ImportTrial(temporary);
    }

    private static String companies(String header, String rest, int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(key -> "C-%d,Acme %d,a%d.example,2026-01-05,%s".formatted(key, key, key, rest))
                .collect(Collectors.joining("\n", header, "\n"));
    }

    private List<Drift> drift() {
        return new Importer(trial.graph, trial.graph, ImportTrial.RULES, trial.graph)
                .drift(trial.request("hubspot", trial.folder));
    }

    private void imported(String content) throws IOException {
        trial.file("companies.csv", content);
        assertThat(trial.runHubSpot().accepted()).isPositive();
    }

    @Test
    void theFirstFileOfItsKindHasNoDrift() throws IOException {
        trial.file("companies.csv", companies(HEADER, "3,true,x", 5));

        assertThat(drift()).isEmpty();
    }

    @Test
    void whatStandsInAColumnIsSeen() throws IOException {
        imported(companies(HEADER, "3,TRUE,", 5));

        assertThat(trial.graph.imports().getFirst().columns())
                .containsExactly(
                        new SeenColumn("hubspot_companies.csv", "Company ID", ColumnType.TEXT),
                        new SeenColumn("hubspot_companies.csv", "Company Name", ColumnType.TEXT),
                        new SeenColumn("hubspot_companies.csv", "Company Domain Name", ColumnType.TEXT),
                        new SeenColumn("hubspot_companies.csv", "Create Date", ColumnType.DATE),
                        new SeenColumn("hubspot_companies.csv", "Tier", ColumnType.NUMBER),
                        new SeenColumn("hubspot_companies.csv", "Active", ColumnType.BOOLEAN),
                        new SeenColumn("hubspot_companies.csv", "Note", ColumnType.EMPTY));
    }

    @Test
    void newMissingAndRetypedColumnsAreNamed() throws IOException {
        imported(companies(HEADER, "3,true,", 5));
        trial.file(
                "companies.csv",
                companies(
                        "Company ID,Company Name,Company Domain Name,Create Date,TIER,Note,Colour\n",
                        "gold,now,red",
                        5));

        assertThat(drift())
                .extracting(Drift::text)
                .containsExactly(
                        "hubspot_companies.csv: column 'TIER' is text, it was number",
                        "hubspot_companies.csv: column 'Colour' is new, text",
                        "hubspot_companies.csv: column 'Active' is missing, it was boolean");
        assertThat(drift())
                .extracting(Drift::kind)
                .containsExactly(Drift.Kind.RETYPED, Drift.Kind.NEW, Drift.Kind.MISSING);
    }

    @Test
    void aRequiredColumnThatIsMissingIsDriftToo() throws IOException {
        imported(companies(HEADER, "3,true,", 5));
        trial.file("companies.csv", "Company ID,Create Date,Tier,Active,Note\nC-1,2026-01-05,3,true,\n");

        assertThat(drift()).extracting(Drift::column).contains("Company Name", "Company Domain Name");
    }

    @Test
    void aFewOddValuesAreNoOtherType() throws IOException {
        imported(companies(HEADER, "3,true,", 40));
        trial.file(
                "companies.csv",
                companies(HEADER, "3,true,", 40) + "C-99,Last,last.example,2026-01-05,unknown,true,\n");

        assertThat(drift()).isEmpty();
    }

    @Test
    void aColumnThatBecameEmptyIsDriftUnlessTheFileIsSmall() throws IOException {
        imported(companies(HEADER, "3,true,", 40));
        trial.file("companies.csv", companies(HEADER, ",true,", 19));
        assertThat(drift()).isEmpty();

        trial.file("companies.csv", companies(HEADER, ",true,", 20));
        assertThat(drift())
                .extracting(Drift::text)
                .containsExactly("hubspot_companies.csv: column 'Tier' is empty, it was number");
    }

    @Test
    void aFileOfWhichNoRowWasTakenIsNotRemembered() throws IOException {
        imported(companies(HEADER, "3,true,", 5));
        trial.file(
                "companies.csv", "Company ID,Company Name,Company Domain Name,Create Date\nC-1,Acme,a.example,soon\n");
        assertThat(trial.runHubSpot().accepted()).isZero();

        assertThat(drift()).extracting(Drift::column).containsExactly("Create Date", "Tier", "Active", "Note");
    }

    @Test
    void importingAgainWhatDriftedMakesItTheMeasure() throws IOException {
        imported(companies(HEADER, "3,true,", 5));
        imported(companies(HEADER, "gold,true,", 5));

        assertThat(drift()).isEmpty();
    }
}
