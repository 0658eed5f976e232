package io.caucus.features.champion;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.champion.Champions.Following;
import io.caucus.graphmodel.time.AsOf;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How fast colleagues follow the strongest person. */
final class MedianLag implements Feature {

    private final ChampionParameters parameters;

    MedianLag(ChampionParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "champion.median_lag_hours",
                "How fast colleagues follow",
                """
                For the person of champion.direct_influence: the median time from the action of theirs with the most credit for an \
                activation to the activation, in hours, over those for which they have at least %s of the credit.""".formatted(parameters.leastCredit()),
                Unit.HOURS,
                Optional.empty(),
                "Fewer than two people employed at the account ever acted, or the strongest brought about no activation.",
                Actors.BUYER,
                ChampionParameters.ofCreditsAnd("leastCredit"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var champions = account.champions();
        var followings = champions.areTwo()
                ? champions.followingsOf(champions.most(champions::directInfluence))
                : List.<Following>of();
        if (followings.isEmpty()) {
            return FeatureValue.missing();
        }
        citations.cite(() -> champions.cite(followings.stream()
                .flatMap(following -> following.credits().stream())
                .toList()));
        return FeatureValue.of(median(followings.stream()
                        .mapToDouble(
                                following -> champions.lag(following.largest()).toMillis())
                        .sorted()
                        .toArray())
                / Duration.ofHours(1).toMillis());
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Statements.ofFollowings(parameters, Map.of());
    }
}
