package io.caucus.ingest;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is expected of the values of a column. */
sealed interface ExpectedRule {

    /** The words declarations begin with, in the order in which they are explained. */
    List<String> NAMES = List.of("required", "range", "period", "one-of", "fresh-days", "refers");

    /** For a sentence: the column {@code is filled}. */
    String inWords();

    record Filled() implements ExpectedRule {

        @Override
        public String inWords() {
            return "is filled";
        }
    }

    /** A decimal number within these ends, both included; a value that is none is outside. */
    record InRange(Optional<BigDecimal> least, Optional<BigDecimal> most) implements ExpectedRule {

        boolean holds(String value) {
            return Row.isDecimal(value)
                    && least.filter(end -> new BigDecimal(value).compareTo(end) < 0)
                            .isEmpty()
                    && most.filter(end -> new BigDecimal(value).compareTo(end) > 0)
                            .isEmpty();
        }

        @Override
        public String inWords() {
            return "is a number in " + Ends.inWords(least, most);
        }
    }

    /** A day within these, both included; a value that is no date of its file's form is outside. */
    record InPeriod(Optional<LocalDate> first, Optional<LocalDate> last) implements ExpectedRule {

        boolean holds(String value, DateForm form) {
            var day = form.find(value).map(at -> at.atZone(form.zone()).toLocalDate());
            return day.isPresent()
                    && first.filter(day.get()::isBefore).isEmpty()
                    && last.filter(day.get()::isAfter).isEmpty();
        }

        @Override
        public String inWords() {
            return "is a date in " + Ends.inWords(first, last);
        }
    }

    /** @param words upper or lower case does not matter */
    record OneOf(List<String> words) implements ExpectedRule {

        private static final int MOST_SHOWN = 12;

        public OneOf {
            words = List.copyOf(words);
        }

        boolean holds(String value) {
            return words.stream().anyMatch(value::equalsIgnoreCase);
        }

        @Override
        public String inWords() {
            return "is one of %s%s"
                    .formatted(
                            words.stream().limit(MOST_SHOWN).collect(Collectors.joining(", ")),
                            words.size() > MOST_SHOWN ? ", …" : "");
        }
    }

    /** The newest date of the whole file was at most so many days old when the import began. */
    record Fresh(int days) implements ExpectedRule {

        @Override
        public String inWords() {
            return days == 1 ? "reaches into the last day" : "reaches into the last %d days".formatted(days);
        }
    }

    /** What the value names is in the graph, and only once. */
    record Refers() implements ExpectedRule {

        @Override
        public String inWords() {
            return "names something that is there";
        }
    }

    /**
     * A rule as declarations write it.
     *
     * @param bounds what stands behind the name; several words for {@code one-of}, else one text
     * @throws IllegalArgumentException when it is none; the message says what must stand there
     */
    static ExpectedRule parse(String name, List<String> bounds) {
        var bound = bounds.isEmpty() ? "" : bounds.getFirst();
        return switch (name) {
            case "required" -> switchedOn(name, bound, new Filled());
            case "refers" -> switchedOn(name, bound, new Refers());
            case "range" -> {
                var ends = Ends.of(name, bound, "0..100, 0.. or ..100", Ends::number);
                yield new InRange(ends.low(), ends.high());
            }
            case "period" -> {
                var ends =
                        Ends.of(name, bound, "2020-01-01..2029-12-31, 2020-01-01.. or ..2029-12-31", LocalDate::parse);
                yield new InPeriod(ends.low(), ends.high());
            }
            case "one-of" -> {
                if (bounds.stream().allMatch(String::isBlank)) {
                    throw new IllegalArgumentException("one-of is empty, must list at least one word");
                }
                yield new OneOf(bounds.stream().map(String::strip).toList());
            }
            case "fresh-days" -> {
                if (!bound.matches("[1-9]\\d{0,3}")) {
                    throw new IllegalArgumentException(
                            "fresh-days is '%s', must be a whole number of days from 1 to 9999"
                                    .formatted(Row.shown(bound)));
                }
                yield new Fresh(Integer.parseInt(bound));
            }
            default -> throw new IllegalArgumentException("there is no rule '%s'".formatted(Row.shown(name)));
        };
    }

    private static ExpectedRule switchedOn(String name, String bound, ExpectedRule rule) {
        if (!bound.equals("true")) {
            throw new IllegalArgumentException("%s is '%s', must be true; leave it out where it is not expected"
                    .formatted(name, Row.shown(bound)));
        }
        return rule;
    }

    /** The ends of a range, of which one may be open. */
    record Ends<T extends Comparable<? super T>>(Optional<T> low, Optional<T> high) {

        static <T extends Comparable<? super T>> Ends<T> of(
                String name, String text, String examples, Function<String, T> read) {
            var ends = text.split("\\.\\.", -1);
            if (ends.length == 2) {
                try {
                    var low = Optional.of(ends[0].strip())
                            .filter(end -> !end.isEmpty())
                            .map(read);
                    var high = Optional.of(ends[1].strip())
                            .filter(end -> !end.isEmpty())
                            .map(read);
                    boolean inOrder =
                            low.isEmpty() || high.isEmpty() || low.get().compareTo(high.get()) <= 0;
                    if (inOrder && (low.isPresent() || high.isPresent())) {
                        return new Ends<>(low, high);
                    }
                } catch (DateTimeException | NumberFormatException saidBelow) {
                    // The message is the same whatever is wrong with the ends.
                }
            }
            throw new IllegalArgumentException("%s is '%s', must be written like %s, the lower end first"
                    .formatted(name, Row.shown(text), examples));
        }

        static BigDecimal number(String text) {
            if (!Row.isDecimal(text)) {
                throw new NumberFormatException(text);
            }
            return new BigDecimal(text);
        }

        static String inWords(Optional<?> low, Optional<?> high) {
            return Stream.of(low, high)
                    .map(end -> end.map(Object::toString).orElse(""))
                    .collect(Collectors.joining(".."));
        }
    }
}
