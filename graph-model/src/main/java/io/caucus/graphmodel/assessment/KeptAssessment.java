package io.caucus.graphmodel.assessment;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.time.AsOf;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One account's assessment as of an instant, with everything needed to replay it.
 *
 * @param modelVersion the model that scored
 * @param catalogueVersion the feature definitions the values were computed by
 * @param features values by feature id as text: a decimal number that reads back to the same bits, or a category; missing
 *     ones are absent
 * @param evidence facts cited by the contributions
 */
public record KeptAssessment(
        AccountId account,
        AsOf asOf,
        String modelVersion,
        String catalogueVersion,
        SortedMap<String, String> features,
        Result result,
        SortedSet<EntityRef> evidence) {

    /** How it came out. */
    public sealed interface Result {

        /**
         * A score.
         *
         * @param probability the chance in (0, 1); calibrated, in [0, 1]
         * @param low lower end of the interval
         * @param high upper end of the interval
         * @param baseLogOdds the log-odds before any contribution
         * @param contributions largest effect first
         * @param calibrationPoints what calibration adds, in probability; empty if the model is not calibrated
         */
        record Scored(
                double probability,
                double low,
                double high,
                String band,
                String tier,
                double baseLogOdds,
                List<KeptContribution> contributions,
                Optional<Double> calibrationPoints)
                implements Result {
            public Scored {
                contributions = List.copyOf(contributions);
            }

            /** Not calibrated. */
            public Scored(
                    double probability,
                    double low,
                    double high,
                    String band,
                    String tier,
                    double baseLogOdds,
                    List<KeptContribution> contributions) {
                this(probability, low, high, band, tier, baseLogOdds, contributions, Optional.empty());
            }
        }

        /** Too little to go by, why, and what would cure it. */
        record NotScored(String reason, String cure) implements Result {}
    }

    /** One feature's additive share of the log-odds. */
    public record KeptContribution(String feature, double logOdds, double points) {}

    public KeptAssessment {
        features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
        evidence = Collections.unmodifiableSortedSet(new TreeSet<>(evidence));
    }

    /** The numbers it was made from. */
    public KeptFeatures keptFeatures() {
        return new KeptFeatures(account, asOf, catalogueVersion, features);
    }

    /** Assessing the same account as of the same instant with the same model replaces what was kept. */
    public String key() {
        return "%s@%s#%s".formatted(account, asOf, modelVersion);
    }
}
