package io.caucus.features.committee;

import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * @param objections what is heard as an objection
 * @param answers what, said later by the same person, settles it
 * @param openFor an objection older than this is no longer open
 * @param roleWeights how much the resistance of somebody with a role weighs; of several roles the heaviest
 * @param otherWeight how much that of anybody else weighs
 */
public record ConflictParameters(
        SortedSet<ConversationSignal> objections,
        SortedSet<ConversationSignal> answers,
        Duration openFor,
        SortedMap<CommitteeRole, Double> roleWeights,
        double otherWeight) {

    public static final ConflictParameters DEFAULT = new ConflictParameters(
            new TreeSet<>(Set.of(
                    ConversationSignal.OBJECTION_BUDGET,
                    ConversationSignal.OBJECTION_TIMING,
                    ConversationSignal.OBJECTION_CAPABILITY,
                    ConversationSignal.OBJECTION_SECURITY,
                    ConversationSignal.NOT_A_FIT,
                    ConversationSignal.NEGATIVE_REPLY)),
            new TreeSet<>(Set.of(ConversationSignal.POSITIVE_REPLY, ConversationSignal.MEETING_BOOKED)),
            Duration.ofDays(90),
            new TreeMap<>(Map.of(
                    CommitteeRole.ECONOMIC_BUYER,
                    1.0,
                    CommitteeRole.DECISION_MAKER,
                    1.0,
                    CommitteeRole.EXECUTIVE_SPONSOR,
                    1.0,
                    CommitteeRole.LEGAL_SECURITY,
                    0.75,
                    CommitteeRole.PROCUREMENT,
                    0.75)),
            0.5);

    public ConflictParameters {
        objections = Collections.unmodifiableSortedSet(new TreeSet<>(objections));
        answers = Collections.unmodifiableSortedSet(new TreeSet<>(answers));
        roleWeights = Collections.unmodifiableSortedMap(new TreeMap<>(roleWeights));
        roleWeights.forEach((role, weight) -> checkPositive("weight of role " + role, weight));
        checkPositive("otherWeight", otherWeight);
    }

    private static void checkPositive(String name, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException("%s is %s, must be positive".formatted(name, value));
        }
    }
}
