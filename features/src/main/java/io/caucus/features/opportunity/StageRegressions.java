package io.caucus.features.opportunity;

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

/** How often a sale fell back. */
final class StageRegressions implements Feature {

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "opportunity.stage_regressions",
                "Stages gone back",
                "How often the account's open opportunities went from one open stage to another that usually comes before it: of"
                        + " the opportunities of all accounts in the same pipeline that entered both, more first entered them in"
                        + " the other order than in this one.",
                Unit.COUNT,
                Optional.empty(),
                "No open opportunity.",
                Actors.NOBODY,
                List.of());
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        if (account.history().openOpportunities().isEmpty()) {
            return FeatureValue.missing();
        }
        var order = account.peers().order();
        var returns = Moves.of(account).stream()
                .filter(move -> order.isBackwards(move.passage()))
                .toList();
        citations.cite(() -> Moves.newestFirst(returns));
        return FeatureValue.of(returns.size());
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of();
    }
}
