package io.caucus.api.assessment;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.caucus.features.network.Network;
import io.caucus.graphmodel.time.AsOf;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private static final Logger LOG = LoggerFactory.getLogger(Networks.class);

    private final LoadingCache<AsOf, Network> networks;
    private final Executor reader;

    Networks(Function<AsOf, Network> read) {
        this(read, Ticker.systemTicker(), Thread::startVirtualThread);
    }

    /** @param reader runs what reads a network anew */
    Networks(Function<AsOf, Network> read, Ticker ticker, Executor reader) {
        this.reader = reader;
        this.networks = Caffeine.newBuilder()
                .maximumSize(MOST)
                .refreshAfterWrite(FRESH_FOR)
                .expireAfterWrite(KEPT_FOR)
                .ticker(ticker)
                .executor(reader)
                .build(read::apply);
    }

    /** Begins to read one that is going to be asked for. Whoever asks meanwhile waits for the rest. */
    void readAhead(AsOf asOf) {
        reader.execute(() -> {
            try {
                of(asOf);
            } catch (RuntimeException e) {
                LOG.warn(
                        "The graph of all accounts could not be read ahead; the first page that needs it will read it.",
                        e);
            }
        });
    }

    /** Whoever asks for one that is not there waits until it is read. */
    Network of(AsOf asOf) {
        return networks.get(Network.instant(asOf));
    }
}
