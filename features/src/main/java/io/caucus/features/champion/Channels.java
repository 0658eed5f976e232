package io.caucus.features.champion;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Through how many ways people move each other. */
final class Channels implements Feature {

    private final ChampionParameters parameters;

    Channels(ChampionParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "champion.channels",
                "Channels through which people are moved",
                """
                Distinct channels of the actions with the most credit for an activation for which their performer has at least %s \
                of it.""".formatted(parameters.leastCredit()),
                Unit.COUNT,
                Optional.empty(),
                "Fewer than two people employed at the account ever acted.",
                Actors.BUYER,
                ChampionParameters.ofCreditsAnd("leastCredit"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var champions = account.champions();
        if (!champions.areTwo()) {
            return FeatureValue.missing();
        }
        citations.cite(() -> champions.cite(champions.allFollowings().stream()
                .flatMap(following -> following.credits().stream())
                .toList()));
        return FeatureValue.of((double) champions.allFollowings().stream()
                .map(following -> champions
                        .account()
                        .action(following.largest().cause())
                        .kind()
                        .channel())
                .distinct()
                .count());
    }

    /** The channel of each kind of engagement. */
    private static Map<String, String> channels() {
        return Stream.of(EngagementKind.values())
                .collect(Collectors.toMap(
                        EngagementKind::name, kind -> kind.channel().name()));
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Statements.ofFollowings(parameters, Map.of("channels", channels()));
    }
}
