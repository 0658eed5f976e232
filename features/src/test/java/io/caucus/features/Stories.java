package io.caucus.features;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.ProductUse;
import io.caucus.graphmodel.StageOrder;
import io.caucus.graphmodel.StageSpells;
import io.caucus.testkit.AccountStory;
import java.util.List;

/** Asks the standard catalogue about a told account. */
public final class Stories {

    private static final FeatureCatalogue CATALOGUE = FeatureCatalogue.standard();

    private Stories() {}

    public static FeatureValue value(String feature, String story) {
        return value(feature, AccountStory.of(story).history(), StageSpells.NONE);
    }

    public static FeatureValue value(String feature, AccountHistory history, StageSpells spells) {
        return value(feature, history, new Peers(spells, StageOrder.NONE, ProductUse.NONE));
    }

    public static FeatureValue value(String feature, AccountHistory history, Peers peers) {
        return CATALOGUE.compute(history, peers).get(feature);
    }

    public static double amount(String feature, String story) {
        return value(feature, story).findAmount().orElseThrow();
    }

    public static List<EvidenceItem> evidence(String feature, String story) {
        return evidence(feature, AccountStory.of(story).history(), StageSpells.NONE)
                .items();
    }

    public static Evidence evidence(String feature, AccountHistory history, StageSpells spells) {
        return evidence(feature, history, new Peers(spells, StageOrder.NONE, ProductUse.NONE));
    }

    public static Evidence evidence(String feature, AccountHistory history, Peers peers) {
        return CATALOGUE.explain(history, peers).stream()
                .filter(explained -> explained.definition().id().equals(feature))
                .map(ExplainedFeature::evidence)
                .findFirst()
                .orElseThrow();
    }
}
