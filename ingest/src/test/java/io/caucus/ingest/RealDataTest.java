package io.caucus.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.Subsidiary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two real exports, against counts taken with nothing but {@code split}. */
class RealDataTest {

    private static final Pattern COMMA_OUTSIDE_QUOTES = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private ImportTrial trial;

    @BeforeEach
    void begin(@TempDir Path temporary) throws IOException {
        trial = new ImportTrial(temporary);
    }

    @Test
    void theHubSpotExportAddsUp() throws IOException {
        var folder = dataSet("hubspot-dummy");
        var companyOf = new HashMap<String, String>();
        for (Map<String, String> contact : rows(folder.resolve("hubspot_contacts.csv"))) {
            companyOf.put(contact.get("Email"), contact.get("Associated Company Domain"));
        }
        var activities = rows(folder.resolve("hubspot_activities.csv"));
        long withCompany = activities.stream()
                .filter(activity -> !String.valueOf(companyOf.get(activity.get("Associated Contact Email")))
                        .isEmpty())
                .count();
        long held = activities.stream()
                .filter(activity -> "Completed".equals(activity.get("Meeting Outcome")))
                .filter(activity -> !String.valueOf(companyOf.get(activity.get("Associated Contact Email")))
                        .isEmpty())
                .count();

        var report = trial.run(trial.request("hubspot", folder));

        assertThat(report.files()).extracting(FileReport::read).containsExactly(200L, 950L, 500L, 300L, 2_000L);
        assertThat(report.files())
                .extracting(FileReport::accepted)
                .containsExactly(200L, 950L, 500L, 300L, withCompany);
        assertThat(report.files().getLast().rejects()).isEqualTo(Map.of(RejectCode.NO_ACCOUNT, 2_000L - withCompany));
        assertThat(trial.graph.facts(Engagement.class))
                .filteredOn(Engagement::isBuyerAction)
                .hasSize((int) held);
        assertThat(report.exportedAt()).contains(Instant.parse("2025-05-02T00:00:00Z"));
        assertThat(trial.rejected()).hasSize((int) report.rejected());
    }

    @Test
    void theMavenExportAddsUp() throws IOException {
        var folder = dataSet("maven-crm");
        var opportunities = rows(folder.resolve("sales_pipeline.csv"));
        long withAccount = opportunities.stream()
                .filter(row -> !String.valueOf(row.get("account")).isEmpty())
                .count();
        long misspelt = opportunities.stream()
                .filter(row -> "GTXPro".equals(row.get("product")))
                .count();

        var report = trial.run(trial.request("maven-crm", folder));

        var pipeline = report.files().getLast();
        assertThat(pipeline.read()).isEqualTo(opportunities.size()).isEqualTo(8_800);
        assertThat(pipeline.accepted()).isEqualTo(withAccount).isEqualTo(7_375);
        assertThat(pipeline.rejects()).isEqualTo(Map.of(RejectCode.MISSING_VALUE, 1_425L));
        assertThat(pipeline.findings())
                .extracting(Finding::text)
                .containsExactly(misspelt
                        + " rows: product 'GTXPro' is not in products.csv; closest 'GTX Pro'; kept as written");
        assertThat(report.files()).extracting(FileReport::accepted).startsWith(7L, 35L, 85L, 15L);
        assertThat(trial.graph.facts(Subsidiary.class)).hasSize(15);
        assertThat(trial.run(trial.request("maven-crm", folder)).accepted()).isZero();
    }

    private static Path dataSet(String name) {
        var folder = Path.of(System.getProperty("caucus.shared-data", "../../shared/data"))
                .resolve(name);
        boolean there = Files.isDirectory(folder);
        if (!there) {
            System.out.println("skipped: data set " + name + " not found");
        }
        assumeTrue(there, "skipped: data set " + name + " not found");
        return folder;
    }

    /** Neither set has a line end inside quotes. */
    private static List<Map<String, String>> rows(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var header = COMMA_OUTSIDE_QUOTES.split(lines.getFirst(), -1);
        return lines.stream().skip(1).map(line -> row(header, line)).toList();
    }

    private static Map<String, String> row(String[] header, String line) {
        var values = COMMA_OUTSIDE_QUOTES.split(line, -1);
        var row = new HashMap<String, String>();
        for (int column = 0; column < header.length; column++) {
            row.put(header[column], values[column]);
        }
        return row;
    }
}
