package io.caucus.api.graphql;

import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import java.util.Locale;

/** Values as people read them, with their unit. */
final class ValueText {

    private ValueText() {}

    static String of(FeatureValue value, Unit unit) {
        return switch (value) {
            case FeatureValue.Quantity quantity -> measured(quantity.amount(), unit);
            case FeatureValue.Category category -> Drawing.inWords(category.name());
            case FeatureValue.Missing missing -> "not known";
        };
    }

    private static String measured(double amount, Unit unit) {
        return switch (unit) {
            case PEOPLE -> counted(amount, "person", "people");
            case DAYS -> counted(amount, "day", "days");
            case HOURS -> counted(amount, "hour", "hours");
            case CHANCE -> amount < 0.01 ? "below 1 %" : "%d %%".formatted(Math.round(100 * amount));
            case RATIO, PERCENTILE -> "%d %%".formatted(Math.round(100 * amount));
            case RATE_RATIO -> number(amount) + " times";
            case FLAG -> amount == 1 ? "yes" : "no";
            case COUNT, WEIGHTED_ACTIONS, WEIGHTED_PATHS, EFFECTIVE_NUMBER, CREDIT, CATEGORY -> number(amount);
        };
    }

    private static String counted(double amount, String one, String many) {
        var number = number(amount);
        return number + " " + (number.equals("1") ? one : many);
    }

    /** At most one decimal, and none that is zero. */
    private static String number(double amount) {
        var rounded = String.format(Locale.ROOT, "%.1f", amount);
        return rounded.endsWith(".0") ? rounded.substring(0, rounded.length() - 2) : rounded;
    }
}
