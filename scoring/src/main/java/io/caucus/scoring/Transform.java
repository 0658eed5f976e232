package io.caucus.scoring;

/** The scale on which a value is compared with its peer baseline. Each one grows with the value. */
enum Transform {
    /** A step is worth the same everywhere. */
    LINEAR,
    /** Each doubling is worth about the same: the tenth person adds less than the second. */
    LOG1P,
    /** {@code x / (1 + x)}: the first unit is worth half of all that can be gained. */
    SATURATING;

    /** @throws IllegalArgumentException for a negative value, unless linear */
    double of(double value) {
        if (this != LINEAR && !(value >= 0)) {
            throw new IllegalArgumentException("value is %s, must not be negative for %s".formatted(value, this));
        }
        return switch (this) {
            case LINEAR -> value;
            case LOG1P -> StrictMath.log1p(value);
            case SATURATING -> value / (1 + value);
        };
    }
}
