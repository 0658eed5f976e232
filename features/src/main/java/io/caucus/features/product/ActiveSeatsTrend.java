package io.caucus.features.product;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem.SeatCount;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.time.AsOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether more and more people use what was bought. */
final class ActiveSeatsTrend implements Feature {

    private final ProductParameters parameters;

    ActiveSeatsTrend(ProductParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "product.active_seats_trend",
                "Trend of seats in use",
                "(Seats in use + 1) ÷ (seats in use %d days ago + 1), each by the last counts of the products licensed then, ÷ the"
                                .formatted(parameters.window().toDays())
                        + " median of that quotient over all accounts that have one.",
                Unit.RATE_RATIO,
                Optional.of(parameters.window()),
                "No seats were counted of a product licensed now, or none of one licensed at the beginning of the window, or fewer"
                        + " than %d accounts have such a quotient.".formatted(parameters.fewestPeers()),
                Actors.NOBODY,
                List.of("window", "fewestPeers"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var window = account.asOf().last(parameters.window());
        var now = Seats.at(window.until(), account.history());
        var before = Seats.at(window.after(), account.history());
        if (now.isEmpty() || before.isEmpty()) {
            return FeatureValue.missing();
        }
        var cohort = new Cohort(parameters, account.peers().use().trends());
        return cohort.compare((now.active() + 1) / (before.active() + 1), citations, () -> items(now, before));
    }

    private static List<SeatCount> items(Seats now, Seats before) {
        return Seats.items(
                Stream.concat(now.counts().stream(), before.counts().stream()).toList());
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Cohort.statementParameters(parameters, asOf);
    }
}
