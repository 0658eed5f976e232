package io.caucus.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** TRUTH-4 and TRUTH-5 of docs/truth.md. */
@EnabledIf(
        value = "io.caucus.scoring.train.TreeTrainer#isAvailable",
        disabledReason = "XGBoost does not load here; install libgomp1")
class RealTablesTest {

    private static Learning learn(String table, String schema, boolean dropLeaks) {
        var file = Path.of(System.getProperty("caucus.shared-data", "../../shared/data"))
                .resolve(table);
        assumeTrue(Files.exists(file), () -> "skipped: data set %s not found".formatted(file));
        var root = Path.of(System.getProperty("caucus.root", ".."));
        return Learner.learn(
                TableReader.read(
                        file,
                        SchemaFile.read(root.resolve("docs/examples/schemas").resolve(schema)),
                        DrawnTable.NOW),
                dropLeaks,
                1);
    }

    private static Learning olist(boolean dropLeaks) {
        return learn("olist-funnel/olist_marketing_qualified_leads_dataset.csv", "olist-funnel.yaml", dropLeaks);
    }

    @Test
    void everyColumnThatOnlyWinnersHaveIsNamed() {
        var learning = olist(false);

        assertThat(learning.verdict()).isEqualTo(Verdict.LEAKS);
        assertThat(learning.leaks())
                .extracting(Leak::column)
                .containsExactly(
                        "seller_id",
                        "sdr_id",
                        "sr_id",
                        "business_segment",
                        "lead_type",
                        "lead_behaviour_profile",
                        "has_company",
                        "has_gtin",
                        "average_stock",
                        "business_type",
                        "declared_product_catalog_size",
                        "declared_monthly_revenue");
    }

    @Test
    void leadsOfAMarketplaceAreSortedByOriginAndLandingPage() {
        var learning = olist(true);

        assertThat(learning.verdict()).isEqualTo(Verdict.SIGNAL);
        assertThat(learning.inputs()).containsExactly("landing_page_id", "origin");
        var judgement = learning.fit().orElseThrow().judgement();
        assertThat(judgement.auc().value()).isGreaterThan(0.69);
        assertThat(judgement.auc().low()).isGreaterThan(0.6);
        assertThat(judgement.logLoss()).isLessThan(judgement.logLossOfBaseRate());
    }

    @Test
    void outcomesDrawnAtRandomHaveNoUsableSignal() {
        var learning = learn("maven-crm/sales_pipeline.csv", "maven-crm.yaml", true);

        assertThat(learning.verdict()).isEqualTo(Verdict.NO_SIGNAL);
        assertThat(learning.leaks()).extracting(Leak::column).containsExactly("close_value");
        assertThat(learning.fit().orElseThrow().judgement().auc().value()).isLessThan(0.6);
    }
}
