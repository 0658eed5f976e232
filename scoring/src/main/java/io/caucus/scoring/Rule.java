package io.caucus.scoring;

import io.caucus.features.FeatureValue;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How one feature moves the log-odds. A missing value moves them by exactly 0. */
sealed interface Rule {

    String feature();

    /** The value that moves nothing. */
    FeatureValue peerBaseline();

    /** The furthest the log-odds can be moved, either way. */
    double most();

    /** @throws IllegalArgumentException if the value is of another kind than the rule expects */
    double logOdds(FeatureValue value);

    /** {@code weight · (f(value) − f(centre)) / scale}, within ± cap. */
    record Measured(String feature, Transform transform, double centre, double scale, double weight, double cap)
            implements Rule {

        public Measured {
            if (!(scale > 0)) {
                throw new IllegalArgumentException("scale of %s is %s, must be positive".formatted(feature, scale));
            }
            if (!(cap > 0)) {
                throw new IllegalArgumentException("cap of %s is %s, must be positive".formatted(feature, cap));
            }
            if (weight == 0) {
                throw new IllegalArgumentException("weight of %s is 0; leave the line out instead".formatted(feature));
            }
            transform.of(centre);
        }

        @Override
        public FeatureValue peerBaseline() {
            return FeatureValue.of(centre);
        }

        @Override
        public double most() {
            return cap;
        }

        @Override
        public double logOdds(FeatureValue value) {
            return switch (value) {
                case FeatureValue.Quantity quantity -> effect(quantity.amount());
                case FeatureValue.Missing missing -> 0;
                case FeatureValue.Category category ->
                    throw new IllegalArgumentException(
                            "%s is the word '%s', the model expects a number".formatted(feature, category.name()));
            };
        }

        /** Adding 0.0 turns a negative zero into zero, so that "no effect" has one form. */
        private double effect(double amount) {
            double steps = (transform.of(amount) - transform.of(centre)) / scale;
            return Math.clamp(weight * steps, -cap, cap) + 0.0;
        }
    }

    /** A number for each word. */
    record Worded(String feature, String usual, SortedMap<String, Double> effects) implements Rule {

        public Worded {
            effects = Collections.unmodifiableSortedMap(new TreeMap<>(effects));
            if (!Double.valueOf(0).equals(effects.get(usual))) {
                throw new IllegalArgumentException("usual word '%s' of %s must be listed with effect 0, has %s"
                        .formatted(usual, feature, effects.get(usual)));
            }
        }

        @Override
        public FeatureValue peerBaseline() {
            return new FeatureValue.Category(usual);
        }

        @Override
        public double most() {
            return effects.values().stream().mapToDouble(Math::abs).max().orElse(0);
        }

        @Override
        public double logOdds(FeatureValue value) {
            return switch (value) {
                case FeatureValue.Category category -> effect(category.name());
                case FeatureValue.Missing missing -> 0;
                case FeatureValue.Quantity quantity ->
                    throw new IllegalArgumentException("%s is the number %s, the model expects one of %s"
                            .formatted(feature, quantity.amount(), effects.keySet()));
            };
        }

        private double effect(String word) {
            var effect = effects.get(word);
            if (effect == null) {
                throw new IllegalArgumentException(
                        "%s is '%s', the model knows %s".formatted(feature, word, effects.keySet()));
            }
            return effect;
        }
    }
}
