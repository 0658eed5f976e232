package io.caucus.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a source writes numbers. But for the plain form, groups of three digits may be set off by a space, an apostrophe or the
 * form's own sign, and the sign or code of a currency may stand before or behind.
 */
enum NumberForm {
    PLAIN("1234.50", Pattern.compile("-?(\\d{1,18})(?:\\.(\\d{1,9}))?")),
    POINT("1,234.50", grouped("[,'’\\h]", "\\.")),
    COMMA("1.234,50", grouped("[.'’\\h]", ","));

    private final String example;
    private final Pattern pattern;

    NumberForm(String example, Pattern pattern) {
        this.example = example;
        this.pattern = pattern;
    }

    private static Pattern grouped(String between, String decimal) {
        var currency = "(?:\\p{L}{0,3}\\p{Sc}|[A-Z]{3})?";
        return Pattern.compile("-?%s\\h?-?(\\d{1,3}(?:%s\\d{3}){1,5}|\\d{1,18})(?:%s(\\d{1,9}))?\\h?%s"
                .formatted(currency, between, decimal, currency));
    }

    /** The number this form writes so, by which a mapping names it. */
    String example() {
        return example;
    }

    static Optional<NumberForm> find(String example) {
        return Arrays.stream(values())
                .filter(form -> form.example.equals(example))
                .findFirst();
    }

    static List<String> examples() {
        return Arrays.stream(values()).map(NumberForm::example).toList();
    }

    /** The number as programs write it; empty when the text is none of this form. */
    Optional<String> plain(String text) {
        var number = pattern.matcher(text);
        if (!number.matches()) {
            return Optional.empty();
        }
        var whole = number.group(1).replaceAll("\\D", "");
        var sign = text.contains("-") ? "-" : "";
        return Optional.of(number.group(2) == null ? sign + whole : sign + whole + "." + number.group(2));
    }
}
