package io.caucus.api.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.features.network.Network;
import io.caucus.features.network.NetworkParameters;
import io.caucus.graphmodel.Market;
import io.caucus.graphmodel.time.AsOf;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NetworksTest {

    private static final AsOf NOON = new AsOf(Instant.parse("2026-06-01T12:00:00Z"));

    private final List<AsOf> read = new ArrayList<>();
    private final AtomicLong nanoseconds = new AtomicLong();
    private final List<Runnable> waiting = new ArrayList<>();
    private final Networks networks = new Networks(this::read, nanoseconds::get, waiting::add);

    private Network read(AsOf instant) {
        read.add(instant);
        return Network.of(new Market.Gathering(instant).market(), NetworkParameters.DEFAULT);
    }

    @Test
    void oneIsReadForAllWhoAskWithinADay() {
        var network = networks.of(NOON);

        assertThat(networks.of(new AsOf(NOON.instant().plusSeconds(3600)))).isSameAs(network);
        assertThat(network.asOf()).isEqualTo(new AsOf(Instant.parse("2026-06-01T00:00:00Z")));
        assertThat(read).hasSize(1);
    }

    @Test
    void oneThatWasReadAheadIsNotReadAgain() {
        networks.readAhead(NOON);
        work();

        networks.of(NOON);

        assertThat(read).hasSize(1);
    }

    @Test
    void oneThatCouldNotBeReadAheadIsReadWhenItIsAskedFor() {
        var failing = new AtomicBoolean(true);
        var late = new Networks(
                instant -> {
                    if (failing.get()) {
                        throw new IllegalStateException("not yet");
                    }
                    return read(instant);
                },
                nanoseconds::get,
                waiting::add);
        late.readAhead(NOON);
        work();
        failing.set(false);

        assertThat(late.of(NOON).asOf()).isEqualTo(Network.instant(NOON));
    }

    @Test
    void afterSomeMinutesItIsReadAnewWhileTheOldOneIsTold() {
        var old = networks.of(NOON);
        pass(Networks.FRESH_FOR);

        assertThat(networks.of(NOON)).isSameAs(old);
        assertThat(read).hasSize(1);

        work();
        assertThat(read).hasSize(2);
        assertThat(networks.of(NOON)).isNotSameAs(old);
    }

    @Test
    void whatNobodyAskedAboutForLongIsNotTold() {
        var old = networks.of(NOON);
        pass(Networks.KEPT_FOR);

        assertThat(networks.of(NOON)).isNotSameAs(old);
    }

    @Test
    void onlyAFewAreKept() {
        for (int day = 0; day < 20; day++) {
            networks.of(new AsOf(NOON.instant().plus(Duration.ofDays(day))));
            work();
        }
        read.clear();
        for (int day = 0; day < 20; day++) {
            networks.of(new AsOf(NOON.instant().plus(Duration.ofDays(day))));
            work();
        }

        assertThat(read).hasSizeGreaterThanOrEqualTo(20 - Networks.MOST);
    }

    private void pass(Duration time) {
        nanoseconds.addAndGet(time.toNanos() + 1);
    }

    private void work() {
        var tasks = List.copyOf(waiting);
        waiting.clear();
        tasks.forEach(Runnable::run);
    }
}
