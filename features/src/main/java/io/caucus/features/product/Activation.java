package io.caucus.features.product;

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

/** Whether what was bought is used. */
final class Activation implements Feature {

    private final ProductParameters parameters;

    Activation(ProductParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "product.activation",
                "Activation",
                "Share of the seats bought that are in use, by the last counts of all products licensed, ÷ the median of that share"
                        + " over all accounts that have one.",
                Unit.RATE_RATIO,
                Optional.empty(),
                "No seats were counted of a product that is still licensed, fewer than %d accounts have such a share, or half of them use none."
                        .formatted(parameters.fewestPeers()),
                Actors.NOBODY,
                List.of("fewestPeers"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var seats = Seats.at(account.asOf().instant(), account.history());
        if (!(seats.bought() > 0)) {
            return FeatureValue.missing();
        }
        var cohort = new Cohort(parameters, account.peers().use().activations());
        return cohort.compare(seats.active() / seats.bought(), citations, () -> Seats.items(seats.counts()));
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Cohort.statementParameters(parameters, asOf);
    }
}
