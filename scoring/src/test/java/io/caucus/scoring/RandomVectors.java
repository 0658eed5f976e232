package io.caucus.scoring;

import io.caucus.features.FeatureValue;
import io.caucus.features.FeatureVector;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Feature vectors whose values lie anywhere they may, a fifth of them missing. */
final class RandomVectors {

    static final AsOf NOW = new AsOf(Instant.parse("2026-06-01T12:00:00Z"));
    static final RuleModel MODEL = RuleModel.shipped();
    static final List<String> STATES = List.of("NEW", "STEADY", "ACCELERATING", "COOLING", "DORMANT", "REENGAGED");

    private RandomVectors() {}

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    static FeatureVector vector(long seed) {
        var random = new SplittableRandom(seed);
        var values = new TreeMap<String, FeatureValue>();
        for (String feature : MODEL.inputs()) {
            values.put(feature, random.nextInt(5) == 0 ? FeatureValue.missing() : value(feature, random));
        }
        return of(values);
    }

    /** With enough known that there is a score. */
    static FeatureVector scorable(long seed) {
        return with(
                vector(seed),
                "committee.breadth_30d",
                FeatureValue.of((double) (1 + seed % 9)),
                "opportunity.days_in_stage",
                FeatureValue.of(0.5));
    }

    static FeatureVector with(FeatureVector vector, String feature, FeatureValue value) {
        var values = new TreeMap<>(vector.values());
        values.put(feature, value);
        return of(values);
    }

    private static FeatureVector with(
            FeatureVector vector, String one, FeatureValue oneValue, String other, FeatureValue otherValue) {
        return with(with(vector, one, oneValue), other, otherValue);
    }

    static FeatureVector of(SortedMap<String, FeatureValue> values) {
        return new FeatureVector(new AccountId("test:acme"), NOW, "features-1", values);
    }

    static FeatureValue value(String feature, SplittableRandom random) {
        return switch (feature) {
            case "engagement.state" -> new FeatureValue.Category(STATES.get(random.nextInt(STATES.size())));
            case "committee.single_point_of_failure" -> FeatureValue.of(random.nextInt(2));
            case "committee.completeness", "committee.cohesion", "opportunity.days_in_stage" ->
                FeatureValue.of(random.nextDouble());
            default -> FeatureValue.of(random.nextInt(4) == 0 ? 0 : Math.pow(200, random.nextDouble()));
        };
    }
}
