package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an extractor found in the words of one engagement. The words themselves are not kept. A reading without signals says
 * that the words were read and nothing was found, which is not the same as never having been read.
 *
 * @param signals in order, each kind and detail once
 * @param time when the words were said, and when our systems had them
 */
public record SignalReading(EngagementId engagement, ExtractorVersion extractor, List<Signal> signals, FactTime time)
        implements Fact {

    /**
     * One thing found.
     *
     * @param detail which competitor was named, as we listed it; empty for the other kinds
     * @param confidence how sure the extractor is, in (0, 1]
     */
    public record Signal(ConversationSignal kind, Optional<String> detail, double confidence)
            implements Comparable<Signal> {

        private static final Comparator<Signal> ORDER = Comparator.comparing(Signal::kind)
                .thenComparing(signal -> signal.detail().orElse(""))
                .thenComparing(Comparator.comparingDouble(Signal::confidence).reversed());

        public Signal {
            if (!(confidence > 0 && confidence <= 1)) {
                throw new IllegalArgumentException(
                        "confidence of signal %s is %s, must lie in (0, 1]".formatted(kind, confidence));
            }
            if ((kind == ConversationSignal.NAMES_COMPETITOR) != detail.isPresent()) {
                throw new IllegalArgumentException(
                        "signal %s has detail %s; NAMES_COMPETITOR must say which, the others have none"
                                .formatted(kind, detail));
            }
        }

        @Override
        public int compareTo(Signal other) {
            return ORDER.compare(this, other);
        }
    }

    public SignalReading {
        signals = surest(signals);
    }

    /** The key of its node: an extractor in one version reads an engagement once. */
    public String key() {
        return "%s|%s".formatted(engagement, extractor);
    }

    /**
     * Of several readings of an engagement by one extractor only that of its newest version: what an older one found and a newer
     * one does not was a mistake.
     */
    public static List<SignalReading> newest(Collection<SignalReading> readings) {
        var order = Comparator.comparing(SignalReading::engagement)
                .thenComparing(reading -> reading.extractor().name());
        var newest = new TreeMap<SignalReading, SignalReading>(order);
        readings.forEach(reading -> newest.merge(
                reading, reading, (one, other) -> one.extractor().compareTo(other.extractor()) >= 0 ? one : other));
        return List.copyOf(newest.values());
    }

    private static List<Signal> surest(Collection<Signal> signals) {
        var surest = new LinkedHashMap<List<Object>, Signal>();
        signals.stream()
                .sorted()
                .forEach(signal -> surest.putIfAbsent(List.of(signal.kind(), signal.detail()), signal));
        return List.copyOf(surest.values());
    }
}
