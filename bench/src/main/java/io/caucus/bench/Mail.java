package io.caucus.bench;

import io.caucus.features.propagation.EventLog;
import io.caucus.features.propagation.EventLog.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mail archive as a log, in seconds, and which message of it somebody was moved to by whom. */
final class Mail {

    private static final String MESSAGES = "messages_deidentified_before_2001-09.csv";
    private static final String TRIGGERS = "triggered_messages_before_2001-09.csv";

    private final EventLog log;
    private final SortedMap<Integer, Integer> triggers;

    private Mail(EventLog log, SortedMap<Integer, Integer> triggers) {
        this.log = log;
        this.triggers = triggers;
    }

    static Mail read(TruthData data) {
        var messages = data.rows(MESSAGES).stream()
                .sorted(Comparator.<Map<String, String>>comparingLong(row -> number(row, "unix_time"))
                        .thenComparingLong(row -> number(row, "sender_id")))
                .toList();
        int people = 1
                + messages.stream()
                        .flatMap(row -> Stream.concat(Stream.of(person(row, "sender_id")), recipients(row).stream()))
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElseThrow();
        var places = new HashMap<String, Integer>();
        var events = new ArrayList<Event>();
        for (Map<String, String> row : messages) {
            places.put(text(row, "message_id"), events.size());
            var recipients = recipients(row);
            events.add(new Event(
                    number(row, "unix_time"), person(row, "sender_id"), recipients, Math.max(1, recipients.size()), 0));
        }
        return new Mail(EventLog.of(people, events), triggers(data, places));
    }

    EventLog log() {
        return log;
    }

    /** By the place of the triggered message in the log, who triggered it; of unambiguous cases only, oldest first. */
    SortedMap<Integer, Integer> triggers() {
        return triggers;
    }

    /** The messages before a place, as if the archive ended there. */
    EventLog before(int place) {
        return EventLog.of(log.people(), log.events().subList(0, place));
    }

    private static SortedMap<Integer, Integer> triggers(TruthData data, Map<String, Integer> places) {
        var triggers = new TreeMap<Integer, Integer>();
        data.rows(TRIGGERS).stream()
                .filter(row -> number(row, "n_candidate_triggers") == 1)
                .forEach(row -> triggers.put(places.get(text(row, "message_id")), person(row, "trigger_actor_id")));
        return triggers;
    }

    private static SortedSet<Integer> recipients(Map<String, String> row) {
        return List.of(text(row, "recipient_ids").split(" ", -1)).stream()
                .map(Integer::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static long number(Map<String, String> row, String column) {
        return Long.parseLong(text(row, column));
    }

    private static int person(Map<String, String> row, String column) {
        return Integer.parseInt(text(row, column));
    }

    private static String text(Map<String, String> row, String column) {
        var text = row.get(column);
        if (text == null) {
            throw new IllegalArgumentException(
                    "the mail archive has no column '%s', only %s".formatted(column, row.keySet()));
        }
        return text;
    }
}
