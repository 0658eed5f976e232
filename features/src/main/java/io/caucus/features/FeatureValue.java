package io.caucus.features;

import java.util.OptionalDouble;

/** The value of a feature: a number, one of a few words, or nothing to go by. */
public sealed interface FeatureValue {

    /** A number in the definition's unit. */
    record Quantity(double amount) implements FeatureValue {
        public Quantity {
            if (!Double.isFinite(amount)) {
                throw new IllegalArgumentException("quantity is %s, must be finite; use Missing".formatted(amount));
            }
        }
    }

    /** One word of a closed list. */
    record Category(String name) implements FeatureValue {}

    /** No evidence either way. */
    record Missing() implements FeatureValue {}

    static FeatureValue of(double amount) {
        return new Quantity(amount);
    }

    static FeatureValue of(Enum<?> category) {
        return new Category(category.name());
    }

    static FeatureValue missing() {
        return new Missing();
    }

    /** The number, when there is one. */
    default OptionalDouble findAmount() {
        return switch (this) {
            case Quantity quantity -> OptionalDouble.of(quantity.amount());
            case Category category -> OptionalDouble.empty();
            case Missing missing -> OptionalDouble.empty();
        };
    }
}
