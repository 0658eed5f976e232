package io.caucus.api.assessment;

import io.caucus.features.network.Network;
import io.caucus.graphmodel.time.AsOf;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The last few networks that were asked about, each read once for all who ask within some minutes. After that it is read anew: facts about
 * the past may have come in.
 */
final class Networks {

    /** Days that are looked at side by side: today, and what somebody replays. */
    static final int MOST = 4;

    static final Duration KEPT_FOR = Duration.ofMinutes(10);

    private final Function<AsOf, Network> read;
    private final LongSupplier nanoseconds;
    private final Map<AsOf, Kept> kept = new LinkedHashMap<>();

    private record Kept(Network network, long readAt) {}

    /** @param nanoseconds that have passed since some instant, as {@link System#nanoTime} tells */
    Networks(Function<AsOf, Network> read, LongSupplier nanoseconds) {
        this.read = read;
        this.nanoseconds = nanoseconds;
    }

    /** Whoever asks while it is being read waits for it. */
    synchronized Network of(AsOf asOf) {
        var instant = Network.instant(asOf);
        kept.values().removeIf(this::isOld);
        var known = kept.get(instant);
        if (known != null) {
            return known.network();
        }
        var network = read.apply(instant);
        if (kept.size() == MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        kept.put(instant, new Kept(network, nanoseconds.getAsLong()));
        return network;
    }

    private boolean isOld(Kept one) {
        return nanoseconds.getAsLong() - one.readAt() > KEPT_FOR.toNanos();
    }
}
