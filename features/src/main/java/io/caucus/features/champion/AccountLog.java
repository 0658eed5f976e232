package io.caucus.features.champion;

import io.caucus.features.activity.Activity;
import io.caucus.features.propagation.EventLog;
import io.caucus.features.propagation.EventLog.Event;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.PersonId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An account's buyer actions as a log of numbered people: those employed there who ever acted, by id; a tick is a millisecond. */
final class AccountLog {

    private final AccountHistory history;
    private final List<PersonId> people;
    private final List<Engagement> actions = new ArrayList<>();
    private final EventLog log;

    AccountLog(Activity activity) {
        this.history = activity.history();
        this.people = List.copyOf(activity.byPerson().keySet());
        var events = new ArrayList<Event>();
        activity.actions().stream()
                .flatMap(action -> activity.performersOf(action).stream().map(performer -> new Deed(performer, action)))
                .sorted(Comparator.comparingLong(Deed::at).thenComparing(Deed::performer))
                .forEach(deed -> {
                    actions.add(deed.action());
                    events.add(event(deed));
                });
        this.log = EventLog.of(people.size(), events, watched(activity));
    }

    /** From the first action to the instant that is asked about. */
    private static long watched(Activity activity) {
        return activity.actions().isEmpty()
                ? 0
                : activity.history()
                        .asOf()
                        .ageOf(activity.actions().getFirst().time().occurredAt())
                        .toMillis();
    }

    /** One performer's part in an action. */
    private record Deed(PersonId performer, Engagement action) {

        long at() {
            return action.time().occurredAt().toEpochMilli();
        }
    }

    AccountHistory history() {
        return history;
    }

    EventLog log() {
        return log;
    }

    PersonId person(int number) {
        return people.get(number);
    }

    PersonId performer(int event) {
        return person(log.events().get(event).actor());
    }

    Engagement action(int event) {
        return actions.get(event);
    }

    private Event event(Deed deed) {
        return new Event(deed.at(), number(deed.performer()), reached(deed.action()), reach(deed), 0);
    }

    private SortedSet<Integer> reached(Engagement action) {
        return action.addressedTo().stream()
                .map(this::number)
                .filter(number -> number >= 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many people of the buyer's side an action involved beside its performer; at least 1. */
    private static int reach(Deed deed) {
        var action = deed.action();
        return (int) Math.max(
                1,
                Stream.concat(action.performedBy().stream(), action.addressedTo().stream())
                        .filter(person -> !person.equals(deed.performer()))
                        .distinct()
                        .count());
    }

    /** Negative for whoever never acted. */
    private int number(PersonId person) {
        return Collections.binarySearch(people, person);
    }
}
