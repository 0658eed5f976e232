package io.caucus.features.opportunity;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.opportunity.Moves.Move;
import io.caucus.graphmodel.time.AsOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How often a sale advanced on paper only. */
final class MovedWithoutBuyer implements Feature {

    private final OpportunityParameters parameters;

    MovedWithoutBuyer(OpportunityParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "opportunity.moved_without_buyer",
                "Advances without the buyer",
                "How often the account's open opportunities went on to a stage that usually comes later, as in"
                        + " opportunity.stage_regressions, without any buyer action in the %d days before."
                                .formatted(parameters.quietBefore().toDays()),
                Unit.COUNT,
                Optional.empty(),
                "No open opportunity.",
                Actors.BUYER,
                List.of("quietBefore"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        if (account.history().openOpportunities().isEmpty()) {
            return FeatureValue.missing();
        }
        var order = account.peers().order();
        var unprompted = Moves.of(account).stream()
                .filter(move -> order.isUsual(move.passage()) && isUnprompted(move, account))
                .toList();
        citations.cite(() -> Moves.newestFirst(unprompted));
        return FeatureValue.of(unprompted.size());
    }

    private boolean isUnprompted(Move move, AccountContext account) {
        return account.activity().countIn(new AsOf(move.at()).last(parameters.quietBefore())) == 0;
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of("quietMillis", parameters.quietBefore().toMillis());
    }
}
