package io.caucus.features.negative;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.time.AsOf;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Whether the account is quieter than it ever used to be. */
final class UnexplainedQuiet implements Feature {

    private final NegativeParameters parameters;

    UnexplainedQuiet(NegativeParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "negative.unexplained_quiet",
                "Unusually quiet",
                """
                1 if fewer than %1$s of the account's earlier stretches of %2$d days held as few buyer actions as the last %2$d days, or \
                fewer; else 0. Earlier stretches end %2$d days ago, %3$d day before that, and so on; they begin with the first buyer \
                action or later, and not more than %4$d days ago.""".formatted(
                                parameters.quietQuantile(),
                                parameters.quietSpan().toDays(),
                                parameters.quietStep().toDays(),
                                parameters.quietPast().toDays()),
                Unit.FLAG,
                Optional.of(parameters.quietPast()),
                "There are fewer than %d earlier stretches.".formatted(parameters.fewestStretches()),
                Actors.BUYER,
                List.of("quietSpan", "quietPast", "quietStep", "fewestStretches", "quietQuantile"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var times = account.activity().actions().stream()
                .mapToLong(action -> action.time().occurredAt().toEpochMilli())
                .toArray();
        var now = account.asOf().instant().toEpochMilli();
        var earlier = earlier(times, now);
        if (earlier.length < parameters.fewestStretches()) {
            return FeatureValue.missing();
        }
        long lately = inStretch(times, now);
        long asQuiet = Arrays.stream(earlier).filter(count -> count <= lately).count();
        citations.cite(() -> account.activity()
                .cite(account.activity().actionsIn(account.asOf().last(parameters.quietPast()))));
        return FeatureValue.of(asQuiet < parameters.quietQuantile() * earlier.length ? 1 : 0);
    }

    /** How many actions each of the earlier stretches held, the latest first. */
    private long[] earlier(long[] times, long now) {
        if (times.length == 0) {
            return times;
        }
        long span = parameters.quietSpan().toMillis();
        long earliest = Math.max(times[0], now - parameters.quietPast().toMillis());
        return LongStream.iterate(
                        now - span,
                        end -> end - span >= earliest,
                        end -> end - parameters.quietStep().toMillis())
                .map(end -> inStretch(times, end))
                .toArray();
    }

    private long inStretch(long[] times, long end) {
        return upTo(times, end) - upTo(times, end - parameters.quietSpan().toMillis());
    }

    /** How many of the times, in order, are not after the instant. */
    private static long upTo(long[] times, long instant) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of(
                "spanMillis", parameters.quietSpan().toMillis(),
                "pastMillis", parameters.quietPast().toMillis(),
                "stepMillis", parameters.quietStep().toMillis(),
                "fewestStretches", parameters.fewestStretches(),
                "quantile", parameters.quietQuantile());
    }
}
