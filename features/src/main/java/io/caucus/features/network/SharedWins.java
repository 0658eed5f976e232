package io.caucus.features.network;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.Surroundings;
import io.caucus.graphmodel.time.AsOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many ways lead through investors, or partners, to others that bought. */
final class SharedWins implements Feature {

    private final SharedCompanies.Kind kind;

    SharedWins(SharedCompanies.Kind kind) {
        this.kind = kind;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                kind.feature(),
                kind.title(),
                "ln(1 + number of ways from the account to one of its %1$ss and on to another account that bought). One that has more than %2$d accounts connects nobody and is passed over."
                        .formatted(kind.word(), Surroundings.MOST_ACCOUNTS_OF_ONE),
                Unit.WEIGHTED_PATHS,
                Optional.empty(),
                kind.whenMissing(),
                Actors.NOBODY,
                List.of());
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var shared = SharedCompanies.of(account.history(), kind);
        if (shared.own().isEmpty()) {
            return FeatureValue.missing();
        }
        citations.cite(() -> shared.cite(account, companion -> 1));
        return FeatureValue.of(Math.log1p(shared.companions().size()));
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return kind.statementParameters();
    }
}
