package io.caucus.ingest;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the columns of an event log are called.
 *
 * @param names what the file calls a column of ours, where that is another name
 * @param between what stands between two names in column {@code reached}
 */
public record EventColumns(SortedMap<String, String> names, String between) {

    static final String AT = "at";
    static final String ACTOR = "actor";
    static final String REACHED = "reached";
    static final String REACH = "reach";
    static final String CHANNEL = "channel";
    static final String CASCADE = "cascade";
    static final String ID = "id";
    static final String TRIGGERED_BY = "triggered_by";
    static final String RESPONSE_TO = "response_to";

    /** Of JSON lines, in which it may be an array: as many of its elements are read. */
    static final int MOST_REACHED = 1_000;

    /** Ours, the two that must be there first. */
    public static final List<String> ALL =
            List.of(AT, ACTOR, REACHED, REACH, CHANNEL, CASCADE, ID, TRIGGERED_BY, RESPONSE_TO);

    /** As documented. */
    public static final EventColumns OURS = new EventColumns(new TreeMap<>(), ";");

    public EventColumns {
        names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
        for (String ours : names.keySet()) {
            if (!ALL.contains(ours)) {
                throw new ImportRefused(
                        "an event log has no column '%s', only %s. Write OURS=THEIRS, such as at=unix_time."
                                .formatted(ours, String.join(", ", ALL)));
            }
        }
        if (between.isEmpty()) {
            throw new ImportRefused(
                    "nothing stands between the names in column 'reached'. Give at least one character.");
        }
    }

    /** The same for a file that calls some columns by other names. */
    public static EventColumns called(Map<String, String> names, String between) {
        return new EventColumns(new TreeMap<>(names), between);
    }

    String of(String ours) {
        return names.getOrDefault(ours, ours);
    }

    Columns columns() {
        return new Columns(
                Stream.of(AT, ACTOR).map(this::of).toList(),
                Stream.concat(
                                ALL.stream().skip(2).map(this::of),
                                IntStream.rangeClosed(0, MOST_REACHED).mapToObj(this::reached))
                        .toList());
    }

    /** One element of an array. */
    String reached(int index) {
        return of(REACHED) + "." + index;
    }
}
