package io.caucus.ingest;

import io.caucus.ingest.conversation.SignalExtractor;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what is odd about one file. */
final class Findings {

    /** A free-text column must not fill the memory; rows beyond are counted under no value. */
    private static final int MOST_VALUES = 1_000;

    private record Subject(FindingCode code, String column, String value) implements Comparable<Subject> {

        private static final Comparator<Subject> ORDER = Comparator.comparing(Subject::code)
                .thenComparing(Subject::column)
                .thenComparing(Subject::value);

        @Override
        public int compareTo(Subject other) {
            return ORDER.compare(this, other);
        }
    }

    private record Seen(long count, Optional<String> closest, String where) {}

    private final Map<Subject, Seen> seen = new TreeMap<>();

    /** One finding as it is kept. */
    record State(
            FindingCode code,
            String column,
            String value,
            long count,
            @Nullable String closest,
            String where) {}

    Findings() {}

    Findings(List<State> states) {
        states.forEach(state -> seen.put(
                new Subject(state.code(), state.column(), state.value()),
                new Seen(state.count(), Optional.ofNullable(state.closest()), state.where())));
    }

    List<State> state() {
        return seen.entrySet().stream()
                .map(entry -> state(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static State state(Subject subject, Seen seen) {
        return new State(
                subject.code(),
                subject.column(),
                subject.value(),
                seen.count(),
                seen.closest().orElse(null),
                seen.where());
    }

    /** @param where what lists the values, for the sentence: {@code products.csv} */
    void unlisted(String column, String value, Collection<String> listed, String where) {
        unlisted(FindingCode.UNLISTED_VALUE, column, value, listed, where);
    }

    /** @param words the roles there are words for */
    void unknownRole(String column, String value, Collection<String> words, String where) {
        unlisted(FindingCode.UNKNOWN_ROLE, column, value, words, where);
    }

    private void unlisted(FindingCode code, String column, String value, Collection<String> listed, String where) {
        var subject = new Subject(code, column, value);
        if (!seen.containsKey(subject) && seen.size() >= MOST_VALUES) {
            add(new Subject(code, column, ""), Optional.empty(), where);
            return;
        }
        var before = seen.get(subject);
        add(subject, before == null ? Closest.to(value, listed) : before.closest(), where);
    }

    void closesAfterExport(String column) {
        add(new Subject(FindingCode.CLOSES_AFTER_EXPORT, column, ""), Optional.empty(), "");
    }

    void closedBeforeCreated(String column) {
        add(new Subject(FindingCode.CLOSED_BEFORE_CREATED, column, ""), Optional.empty(), "");
    }

    /**
     * @param value empty when it is not about one value
     * @param why half a sentence: {@code the contact stands for the person}
     */
    void nothingTold(String column, String value, String why) {
        var subject = new Subject(FindingCode.NOTHING_TOLD, column, value);
        boolean counted = seen.containsKey(subject) || seen.size() < MOST_VALUES;
        add(counted ? subject : new Subject(FindingCode.NOTHING_TOLD, column, ""), Optional.empty(), why);
    }

    void wordsCut(String column) {
        add(new Subject(FindingCode.WORDS_CUT, column, ""), Optional.empty(), "");
    }

    /** @param reason half a sentence, one of few */
    void wordsNotRead(String column, String reason) {
        add(new Subject(FindingCode.WORDS_NOT_READ, column, reason), Optional.empty(), "");
    }

    /** @param reason half a sentence, one of few */
    void signalDropped(String column, String reason) {
        add(new Subject(FindingCode.SIGNAL_DROPPED, column, reason), Optional.empty(), "");
    }

    private void add(Subject subject, Optional<String> closest, String where) {
        seen.merge(subject, new Seen(1, closest, where), (before, one) -> new Seen(before.count() + 1, closest, where));
    }

    List<Finding> list() {
        return seen.entrySet().stream()
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Finding finding(Subject subject, Seen seen) {
        return new Finding(
                subject.code(),
                subject.column(),
                subject.value(),
                seen.count(),
                seen.closest(),
                sentence(subject, seen));
    }

    private static String sentence(Subject subject, Seen seen) {
        var rows = seen.count() == 1 ? "1 row" : seen.count() + " rows";
        return switch (subject.code()) {
            case UNLISTED_VALUE -> notIn(rows, subject, seen) + "; kept as written";
            case UNKNOWN_ROLE -> notIn(rows, subject, seen) + "; told as an unknown role";
            case CLOSES_AFTER_EXPORT ->
                "%s: closed although %s lies after the export; told as closed when exported"
                        .formatted(rows, subject.column());
            case CLOSED_BEFORE_CREATED ->
                "%s: %s lies before the record was created; told at that date, known since the record was created"
                        .formatted(rows, subject.column());
            case NOTHING_TOLD ->
                "%s: %s%s: nothing told, since %s"
                        .formatted(
                                rows,
                                subject.column(),
                                subject.value().isEmpty() ? "" : " '" + subject.value() + "'",
                                seen.where());
            case WORDS_CUT ->
                "%s: %s is longer than %d characters; signals were read from its beginning"
                        .formatted(rows, subject.column(), SignalExtractor.MOST_CHARACTERS);
            case WORDS_NOT_READ ->
                "%s: %s was not read for signals, since %s; importing the file again reads it"
                        .formatted(rows, subject.column(), subject.value());
            case SIGNAL_DROPPED ->
                "%s: signals in %s were dropped, since %s".formatted(rows, subject.column(), subject.value());
        };
    }

    private static String notIn(String rows, Subject subject, Seen seen) {
        return "%s: %s '%s' is not in %s%s"
                .formatted(
                        rows,
                        subject.column(),
                        subject.value(),
                        seen.where(),
                        seen.closest().map("; closest '%s'"::formatted).orElse(""));
    }
}
