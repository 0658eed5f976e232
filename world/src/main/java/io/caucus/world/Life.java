package io.caucus.world;

import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What went on at one account: what is on record, and what really happened.
 *
 * @param recorded everything that became known by the end, oldest first
 * @param acts all that buyers did, recorded or not, oldest first
 * @param sayings all that they said, oldest first
 * @param bursts when each burst began
 * @param ghosted when somebody asked for the price, after which nobody did anything
 */
record Life(
        List<Occurrence> recorded,
        List<Act> acts,
        List<Saying> sayings,
        List<Instant> bursts,
        Optional<Instant> ghosted) {

    static final Life NONE = new Life(List.of(), List.of(), List.of(), List.of(), Optional.empty());

    /** @param beside what else the record tells: what was read or said */
    record Occurrence(Engagement engagement, List<Fact> beside) {}

    /**
     * One buyer did something.
     *
     * @param movedBy whose forward it followed
     * @param record the engagement, if it is on record
     */
    record Act(Member member, Instant at, Optional<Member> movedBy, Optional<EngagementId> record) {}

    /** One buyer said something. */
    record Saying(Member member, Instant at, ConversationSignal signal) {}

    Life {
        recorded = sorted(
                recorded,
                Comparator.comparing((Occurrence one) -> one.engagement().time())
                        .thenComparing(one -> one.engagement().id()));
        acts = sorted(
                acts,
                Comparator.comparing(Act::at).thenComparing(act -> act.member().id()));
        sayings = sorted(sayings, Comparator.comparing(Saying::at));
        bursts = List.copyOf(bursts);
    }

    private static <T> List<T> sorted(List<T> things, Comparator<T> order) {
        var sorted = new ArrayList<>(things);
        sorted.sort(order);
        return List.copyOf(sorted);
    }
}
