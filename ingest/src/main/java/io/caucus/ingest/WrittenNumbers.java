package io.caucus.ingest;

import io.caucus.ingest.ColumnWords.Meaning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How the numbers of a file are written, as far as its values tell.
 *
 * @param forms those that fit and read the values differently, the plainest first: none without numbers
 * @param example the first value that they do not agree on
 */
record WrittenNumbers(List<NumberForm> forms, Optional<String> example) {

    WrittenNumbers {
        forms = List.copyOf(forms);
    }

    static WrittenNumbers of(SampledFile file) {
        var amounts = values(file, Meaning.AMOUNT, Meaning.REVENUE);
        var counts = values(file, Meaning.HEADCOUNT);
        var all = Stream.concat(amounts.stream(), counts.stream()).toList();
        var fitting = Arrays.stream(NumberForm.values())
                .filter(form -> !all.isEmpty())
                .filter(form -> mostly(amounts, value -> form.plain(value).isPresent()))
                .filter(form -> mostly(
                        counts,
                        value -> form.plain(value)
                                .filter(WrittenNumbers::isWhole)
                                .isPresent()))
                .toList();
        var different = new ArrayList<NumberForm>();
        for (NumberForm form : fitting) {
            if (different.stream().noneMatch(other -> unlike(all, form, other).isEmpty())) {
                different.add(form);
            }
        }
        return new WrittenNumbers(
                different, different.size() < 2 ? Optional.empty() : unlike(all, different.get(0), different.get(1)));
    }

    private static List<String> values(SampledFile file, Meaning... meanings) {
        return Stream.of(meanings)
                .flatMap(meaning -> file.find(meaning, SampledColumn::hasNumbers).stream())
                .flatMap(column -> column.values().stream())
                .toList();
    }

    private static boolean mostly(List<String> values, Predicate<String> kind) {
        return values.stream().filter(kind).count() >= SampledColumn.NEARLY_ALL * values.size();
    }

    private static boolean isWhole(String number) {
        return !number.contains(".");
    }

    private static Optional<String> unlike(List<String> values, NumberForm one, NumberForm other) {
        return values.stream()
                .filter(value -> !one.plain(value).equals(other.plain(value)))
                .findFirst();
    }

    boolean isDecided() {
        return forms.size() == 1;
    }
}
