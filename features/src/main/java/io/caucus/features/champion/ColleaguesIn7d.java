package io.caucus.features.champion;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.time.AsOf;
import java.util.Map;
import java.util.Optional;

/** How many colleagues followed one action within the week. */
final class ColleaguesIn7d implements Feature {

    private final ChampionParameters parameters;

    ColleaguesIn7d(ChampionParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "champion.colleagues_in_7d",
                "Colleagues that followed within the week",
                """
                The most colleagues whose activation came within %d days after one action of a person who has at least %s of the \
                credit for it, all actions of theirs together.""".formatted(parameters.followWithin().toDays(), parameters.leastCredit()),
                Unit.PEOPLE,
                Optional.empty(),
                "Fewer than two people employed at the account ever acted.",
                Actors.BUYER,
                ChampionParameters.ofCreditsAnd("leastCredit", "followWithin"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var champions = account.champions();
        if (!champions.areTwo()) {
            return FeatureValue.missing();
        }
        int most = champions.followers(champions.most(champions::followers));
        citations.cite(() -> champions.cite(champions
                .people()
                .filter(person -> most > 0 && champions.followers(person) == most)
                .boxed()
                .flatMap(person -> champions.mostFollowed(person).stream())
                .flatMap(following -> following.credits().stream())
                .toList()));
        return FeatureValue.of(most);
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Statements.ofFollowings(
                parameters, Map.of("followMillis", parameters.followWithin().toMillis()));
    }
}
