package io.caucus.features.committee;

import io.caucus.features.EvidenceItem;
import io.caucus.features.activity.Activity;
import io.caucus.features.committee.CommitteeMap.Holder;
import io.caucus.features.committee.CommitteeMap.Seat;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.fact.SignalReading.Signal;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who stands against buying, as far as it has not been settled.
 *
 * @param blockers how sure a source is of each
 * @param objections the open ones of each person, oldest first
 * @param byPerson weight · strength of each, by id
 */
record Resistance(
        SortedMap<PersonId, Double> blockers,
        SortedMap<PersonId, List<Engagement>> objections,
        SortedMap<PersonId, Double> byPerson) {

    static Resistance of(Activity activity, CommitteeMap committee, ConflictParameters parameters) {
        var heard = new Heard(activity);
        var objections = new TreeMap<PersonId, List<Engagement>>();
        var strength = blockers(committee);
        activity.byPerson().forEach((person, actions) -> {
            var open = open(actions, heard, activity, parameters);
            if (!open.isEmpty()) {
                objections.put(person, open);
            }
            open.forEach(action -> strength.merge(person, heard.surest(action, parameters.objections()), Math::max));
        });
        var weighed = new TreeMap<PersonId, Double>();
        strength.forEach((person, most) -> weighed.put(person, weight(person, committee, parameters) * most));
        return new Resistance(blockers(committee), objections, weighed);
    }

    private static SortedMap<PersonId, Double> blockers(CommitteeMap committee) {
        return committee.seats().stream()
                .filter(seat -> seat.role() == CommitteeRole.BLOCKER)
                .flatMap(seat -> seat.holders().stream())
                .collect(Collectors.toMap(Holder::person, Holder::confidence, Math::max, TreeMap::new));
    }

    /** Objections that are young enough and were not followed by an answer that settles them. */
    private static List<Engagement> open(
            List<Engagement> actions, Heard heard, Activity activity, ConflictParameters parameters) {
        var settled = actions.stream()
                .filter(action -> heard.surest(action, parameters.answers()) > 0)
                .map(action -> action.time().occurredAt())
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        var window = activity.history().asOf().last(parameters.openFor());
        return actions.stream()
                .filter(action -> window.contains(action.time().occurredAt())
                        && !action.time().occurredAt().isBefore(settled)
                        && heard.surest(action, parameters.objections()) > 0)
                .toList();
    }

    private static double weight(PersonId person, CommitteeMap committee, ConflictParameters parameters) {
        return committee.seats().stream()
                .filter(seat -> parameters.roleWeights().containsKey(seat.role())
                        && seat.assigned().contains(person))
                .map(Seat::role)
                .mapToDouble(role -> parameters.roleWeights().getOrDefault(role, 0.0))
                .max()
                .orElse(parameters.otherWeight());
    }

    double total() {
        double total = 0;
        for (double one : byPerson.values()) {
            total += one;
        }
        return total;
    }

    /** The blockers first, then what was objected, newest first. */
    List<EvidenceItem> cite(Activity activity) {
        var items = new ArrayList<EvidenceItem>();
        if (!blockers.isEmpty()) {
            items.add(new EvidenceItem.Seat(CommitteeRole.BLOCKER, 0, List.copyOf(blockers.keySet())));
        }
        var actions = objections.values().stream()
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparing(Engagement::time).thenComparing(Engagement::id))
                .toList();
        items.addAll(activity.cite(actions));
        return Collections.unmodifiableList(items);
    }

    /** What was heard in the words of each engagement that was read. */
    private static final class Heard {

        private final Map<EngagementId, List<SignalReading>> readings;

        Heard(Activity activity) {
            this.readings = activity.history().signalReadings().stream()
                    .collect(Collectors.groupingBy(SignalReading::engagement));
        }

        /** How surely any of these was heard; 0 if none was. */
        double surest(Engagement action, Set<ConversationSignal> kinds) {
            return readings.getOrDefault(action.id(), List.of()).stream()
                    .flatMap(reading -> reading.signals().stream())
                    .filter(signal -> kinds.contains(signal.kind()))
                    .mapToDouble(Signal::confidence)
                    .max()
                    .orElse(0);
        }
    }
}
