package io.caucus.ingest;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is proposed about how a file writes dates and numbers. Where it does not decide, the other files may. */
final class SuggestedForms {

    private static final int INDENT = 4;

    private final SampledFile file;
    private final List<SampledFile> files;
    private final YamlLines lines;

    SuggestedForms(SampledFile file, List<SampledFile> files, YamlLines lines) {
        this.file = file;
        this.files = files;
        this.lines = lines;
    }

    void write() {
        dates(file.dates());
        numbers(WrittenNumbers.of(file));
    }

    private void dates(WrittenDates dates) {
        if (dates.formats().isEmpty()) {
            return;
        }
        var elsewhere = decided(dates.formats(), other -> other.dates().formats());
        var example = dates.columns().getFirst().values().getFirst();
        if (!dates.isDecided() && elsewhere.size() == 1) {
            lines.add(
                    INDENT,
                    format(elsewhere.getFirst()),
                    "likely: so the dates of other files are written, and %s could be any of %s"
                            .formatted(example, String.join(", ", dates.formats())));
        } else if (!dates.isDecided()) {
            lines.add(
                    INDENT,
                    format(MappingProblems.QUESTION),
                    "%s %s? All dates fit each of them, such as %s"
                            .formatted(RecordLines.QUESTION, String.join(" or ", dates.formats()), example));
        } else if (!dates.formats().getFirst().equals("iso")) {
            lines.add(INDENT, format(dates.formats().getFirst()), "sure: no other format fits");
        }
        if (dates.haveTimesWithoutZone()) {
            lines.remark(INDENT, "times without an offset are UTC, unless dates has a zone, too: zone: Europe/Berlin");
        }
    }

    private static String format(String format) {
        return "dates: {format: %s}".formatted(YamlLines.quoted(format));
    }

    private void numbers(WrittenNumbers numbers) {
        var elsewhere =
                decided(numbers.forms(), other -> WrittenNumbers.of(other).forms());
        if (numbers.example().isEmpty()) {
            numbers.forms().stream()
                    .filter(form -> form != NumberForm.PLAIN)
                    .forEach(form -> lines.add(INDENT, numbers(form.example()), "sure: nothing else fits"));
        } else if (elsewhere.size() == 1) {
            lines.add(
                    INDENT,
                    numbers(elsewhere.getFirst().example()),
                    "likely: so the numbers of other files are written; %s does not tell"
                            .formatted(numbers.example().get()));
        } else {
            lines.add(
                    INDENT,
                    numbers(MappingProblems.QUESTION),
                    "%s is 1234.50 written as %s? %s is another number in each"
                            .formatted(
                                    RecordLines.QUESTION,
                                    numbers.forms().stream()
                                            .map(NumberForm::example)
                                            .collect(Collectors.joining(" or ")),
                                    numbers.example().get()));
        }
    }

    private static String numbers(String example) {
        return "numbers: " + YamlLines.quoted(example);
    }

    /** What other files have decided on, of what fits here. */
    private <T> List<T> decided(List<T> fitting, Function<SampledFile, List<T>> forms) {
        return files.stream()
                .map(forms)
                .filter(found -> found.size() == 1)
                .map(List::getFirst)
                .distinct()
                .filter(fitting::contains)
                .toList();
    }
}
