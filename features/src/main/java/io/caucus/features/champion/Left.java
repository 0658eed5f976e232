package io.caucus.features.champion;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.time.AsOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a recorded champion is not there any more. */
final class Left implements Feature {

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "champion.left",
                "A champion left",
                "1 if somebody recorded as champion on an open opportunity is not employed at the account, else 0.",
                Unit.FLAG,
                Optional.empty(),
                "Nobody is recorded as champion on an open opportunity.",
                Actors.NOBODY,
                List.of());
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var stated = Stated.of(account.activity());
        boolean left = !stated.gone().isEmpty();
        if (!left && stated.here().isEmpty()) {
            return FeatureValue.missing();
        }
        citations.cite(() -> Stated.cite(left ? stated.gone() : stated.here()));
        return FeatureValue.of(left ? 1 : 0);
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of();
    }
}
