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
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NetworksTest {

    private static final AsOf NOON = new AsOf(Instant.parse("2026-06-01T12:00:00Z"));

    private final List<AsOf> read = new ArrayList<>();
    private final AtomicLong nanoseconds = new AtomicLong();
    private final Networks networks = new Networks(
            instant -> {
                read.add(instant);
                return Network.of(new Market.Gathering(instant).market(), NetworkParameters.DEFAULT);
            },
            nanoseconds::get);

    @Test
    void oneIsReadForAllWhoAskWithinADay() {
        var network = networks.of(NOON);

        assertThat(networks.of(new AsOf(NOON.instant().plusSeconds(3600)))).isSameAs(network);
        assertThat(network.asOf()).isEqualTo(new AsOf(Instant.parse("2026-06-01T00:00:00Z")));
        assertThat(read).hasSize(1);
    }

    @Test
    void afterSomeMinutesItIsReadAnew() {
        networks.of(NOON);
        nanoseconds.addAndGet(Networks.KEPT_FOR.toNanos());
        networks.of(NOON);
        nanoseconds.addAndGet(1);
        networks.of(NOON);

        assertThat(read).hasSize(2);
    }

    @Test
    void onlyTheLastFewAreKept() {
        for (int day = 0; day <= Networks.MOST; day++) {
            networks.of(new AsOf(NOON.instant().plus(Duration.ofDays(day))));
        }

        networks.of(new AsOf(NOON.instant().plus(Duration.ofDays(1))));
        assertThat(read).hasSize(Networks.MOST + 1);
        networks.of(NOON);
        assertThat(read).hasSize(Networks.MOST + 2);
    }
}
