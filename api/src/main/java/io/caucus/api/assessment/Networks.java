package io.caucus.api.assessment;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.caucus.features.network.Network;
import io.caucus.graphmodel.time.AsOf;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * The networks of the last few days that were asked about, each read once for all who ask. Facts about the past may come in, so after some
 * minutes one is read anew, while whoever asks is told the old one.
 */
final class Networks {

    /** Days that are looked at side by side: today, and what somebody replays. */
    static final int MOST = 4;

    static final Duration FRESH_FOR = Duration.ofMinutes(10);

    /** One that nobody asked about meanwhile is not told any more. */
    static final Duration KEPT_FOR = Duration.ofHours(1);

    private final LoadingCache<AsOf, Network> networks;

    Networks(Function<AsOf, Network> read) {
        this(read, Ticker.systemTicker(), Thread::startVirtualThread);
    }

    /** @param reader runs what reads a network anew */
    Networks(Function<AsOf, Network> read, Ticker ticker, Executor reader) {
        this.networks = Caffeine.newBuilder()
                .maximumSize(MOST)
                .refreshAfterWrite(FRESH_FOR)
                .expireAfterWrite(KEPT_FOR)
                .ticker(ticker)
                .executor(reader)
                .build(read::apply);
    }

    /** Whoever asks for one that is not there waits until it is read. */
    Network of(AsOf asOf) {
        return networks.get(Network.instant(asOf));
    }
}
