package io.caucus.scoring.explanation;

import io.caucus.features.ExplainedFeature;
import io.caucus.features.FeatureCatalogue;
import io.caucus.features.FeatureValue;
import io.caucus.features.FeatureVector;
import io.caucus.scoring.AccountScorer;
import io.caucus.scoring.Assessment;
import io.caucus.scoring.Bands;
import io.caucus.scoring.Contribution;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One account measured and added up, enough to go by or not.
 *
 * @param explained the features, by id
 * @param sum what they add up to
 */
record State(FeatureVector values, SortedMap<String, ExplainedFeature> explained, Assessment.Score sum, Level level) {

    static State of(Known known, FeatureCatalogue catalogue, AccountScorer scorer, Bands bands) {
        var explained = new TreeMap<String, ExplainedFeature>();
        catalogue
                .explain(known.history(), known.peers(), known.network())
                .forEach(feature -> explained.put(feature.definition().id(), feature));
        var values = new TreeMap<String, FeatureValue>();
        explained.forEach((id, feature) -> values.put(id, feature.value()));
        var vector = new FeatureVector(
                known.history().account().id(), known.history().asOf(), catalogue.version(), values);
        return new State(vector, explained, scorer, bands);
    }

    static State of(Known known, Method method) {
        return of(known, method.catalogue(), method.scorer(), method.scorer().bands());
    }

    private State(
            FeatureVector values, SortedMap<String, ExplainedFeature> explained, AccountScorer scorer, Bands bands) {
        this(values, explained, scorer.addUp(values), bands);
    }

    private State(
            FeatureVector values, SortedMap<String, ExplainedFeature> explained, Assessment.Score sum, Bands bands) {
        this(values, explained, sum, level(sum, bands));
    }

    /** The same values, weighed by another model. */
    State weighedBy(AccountScorer scorer, Bands bands) {
        return new State(values, explained, scorer, bands);
    }

    private static Level level(Assessment.Score sum, Bands bands) {
        double logOdds = sum.baseLogOdds();
        for (Contribution share : sum.contributions()) {
            logOdds += share.logOdds();
        }
        return new Level(logOdds, sum.calibrationPoints(), sum.probability(), bands.of(sum.probability()));
    }

    ExplainedFeature explained(String feature) {
        var found = explained.get(feature);
        if (found == null) {
            throw new IllegalArgumentException("the model reads '%s', which catalogue %s does not measure; it has %s"
                    .formatted(feature, values.catalogueVersion(), explained.keySet()));
        }
        return found;
    }

    Map<String, Contribution> contributions() {
        return sum.contributions().stream().collect(Collectors.toMap(Contribution::feature, Function.identity()));
    }
}
