package io.caucus.ingest;

import io.caucus.ingest.ColumnWords.Meaning;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the dates of a file are written, as far as its values tell.
 *
 * @param formats those that fit, as a mapping writes them: none without dates, several when the values do not decide
 * @param columns the columns that are dates of these formats
 */
record WrittenDates(List<String> formats, List<SampledColumn> columns) {

    private static final List<String> DIGITS_ONLY = List.of("epoch-seconds", "epoch-milliseconds", "yyyyMMdd");
    private static final List<String> DAYS = List.of(
            "M/d/yyyy",
            "d/M/yyyy",
            "d.M.yyyy",
            "d-M-yyyy",
            "M-d-yyyy",
            "yyyy/M/d",
            "yyyy.M.d",
            "M/d/yy",
            "d/M/yy",
            "d.M.yy",
            "d MMM yyyy",
            "d-MMM-yyyy",
            "MMM d, yyyy",
            "MMMM d, yyyy",
            "d MMMM yyyy");
    private static final List<String> TIMES = List.of("", "[ H:mm[:ss]]", "[, H:mm[:ss]]", "[ h:mm[:ss] a]");
    private static final Map<String, DateForm> FORMS = forms();

    /** A few values show which formats are worth a look at all of them. */
    private static final int FIRST_LOOK = 20;

    WrittenDates {
        formats = List.copyOf(formats);
        columns = List.copyOf(columns);
    }

    private static Map<String, DateForm> forms() {
        var forms = new LinkedHashMap<String, DateForm>();
        forms.put("iso", DateForm.ISO);
        forms.put("epoch-seconds", DateForm.epochSeconds());
        forms.put("epoch-milliseconds", DateForm.epochMilliseconds());
        Stream.concat(
                        Stream.of("yyyyMMdd"),
                        DAYS.stream().flatMap(day -> TIMES.stream().map(day::concat)))
                .forEach(format -> forms.put(format, DateForm.of(format, ZoneOffset.UTC)));
        return forms;
    }

    /** Of columns that are written differently those count that most of them agree on. */
    static WrittenDates of(List<SampledColumn> columns) {
        var fitting = new LinkedHashMap<String, List<SampledColumn>>();
        for (SampledColumn column : columns) {
            formatsOf(column)
                    .forEach(format -> fitting.computeIfAbsent(format, one -> new ArrayList<>())
                            .add(column));
        }
        int most = fitting.values().stream().mapToInt(List::size).max().orElse(0);
        fitting.values().removeIf(of -> of.size() < most);
        var byDay = new LinkedHashMap<String, String>();
        FORMS.keySet().stream().filter(fitting::containsKey).forEach(format -> byDay.putIfAbsent(day(format), format));
        return new WrittenDates(
                List.copyOf(byDay.values()),
                fitting.values().stream().findFirst().orElse(List.of()));
    }

    private static String day(String format) {
        int time = format.indexOf('[');
        return time < 0 ? format : format.substring(0, time);
    }

    private static List<String> formatsOf(SampledColumn column) {
        var values = column.distinct().stream().toList();
        var first = values.subList(0, Math.min(FIRST_LOOK, values.size()));
        boolean dated = Stream.of(Meaning.CREATED, Meaning.CHANGED, Meaning.CLOSED, Meaning.HAPPENED)
                .anyMatch(meaning -> column.mentions(meaning) > 0);
        var shares = new LinkedHashMap<String, Double>();
        FORMS.forEach((format, form) -> {
            boolean worthALook = (dated || !DIGITS_ONLY.contains(format)) && share(first, form) > 0.5;
            double share = worthALook ? share(values, form) : 0;
            if (share >= SampledColumn.NEARLY_ALL) {
                shares.put(format, share);
            }
        });
        double best = shares.values().stream().max(Comparator.naturalOrder()).orElse(0.0);
        shares.values().removeIf(share -> share < best);
        return List.copyOf(shares.keySet());
    }

    private static double share(List<String> values, DateForm form) {
        return values.isEmpty()
                ? 0
                : (double) values.stream()
                                .filter(value -> form.find(value).isPresent())
                                .count()
                        / values.size();
    }

    boolean has(SampledColumn column) {
        return columns.contains(column);
    }

    boolean isDecided() {
        return formats.size() == 1;
    }

    /** Whether a value has a time of day and no zone, so that a zone has to be taken for granted. */
    boolean haveTimesWithoutZone() {
        return columns.stream()
                .flatMap(column -> column.values().stream())
                .anyMatch(value -> value.matches(".*\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?( ?[AaPp][Mm])?"));
    }
}
