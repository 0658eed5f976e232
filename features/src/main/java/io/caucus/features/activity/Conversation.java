package io.caucus.features.activity;

import io.caucus.features.EvidenceItem;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.fact.SignalReading.Signal;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An engagement whose words were read: a buyer's action, or something of ours, such as a call we logged, in which the buyer's side
 * was heard. What does not count as engagement is no conversation either.
 *
 * @param signals what was found, of each extractor by its newest version; empty if nothing was
 */
public record Conversation(Engagement engagement, List<Signal> signals) {

    public Conversation {
        signals = List.copyOf(signals);
    }

    /** Oldest first. */
    public static List<Conversation> allOf(Activity activity) {
        var readings =
                activity.history().signalReadings().stream().collect(Collectors.groupingBy(SignalReading::engagement));
        return activity.history().engagements().stream()
                .filter(engagement -> readings.containsKey(engagement.id()) && isHeard(engagement, activity))
                .map(engagement ->
                        new Conversation(engagement, found(readings.getOrDefault(engagement.id(), List.of()))))
                .toList();
    }

    private static boolean isHeard(Engagement engagement, Activity activity) {
        return engagement.excluded().isEmpty()
                && (engagement.side() == ActorSide.SELLER
                        || !activity.performersOf(engagement).isEmpty());
    }

    private static List<Signal> found(Collection<SignalReading> readings) {
        return readings.stream().flatMap(reading -> reading.signals().stream()).toList();
    }

    public Instant at() {
        return engagement.time().occurredAt();
    }

    /** What of this was said, as surely as that, in order. */
    public List<ConversationSignal> said(Set<ConversationSignal> kinds, double leastConfidence) {
        return signals.stream()
                .filter(signal -> kinds.contains(signal.kind()) && signal.confidence() >= leastConfidence)
                .map(Signal::kind)
                .distinct()
                .sorted()
                .toList();
    }

    /** What of this was said, as evidence. */
    public Stream<EvidenceItem.Said> cite(Set<ConversationSignal> kinds, double leastConfidence) {
        return said(kinds, leastConfidence).stream().map(kind -> new EvidenceItem.Said(engagement.id(), kind, at()));
    }

    /** That it was heard, and what was looked for not found. */
    public EvidenceItem.NotSaid citeSilence() {
        return new EvidenceItem.NotSaid(engagement.id(), engagement.kind(), at());
    }
}
