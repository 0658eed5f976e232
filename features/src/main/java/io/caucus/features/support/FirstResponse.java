package io.caucus.features.support;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.algorithms.Median;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.time.AsOf;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long the account waits for an answer. */
final class FirstResponse implements Feature {

    private final SupportParameters parameters;

    FirstResponse(SupportParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "support.first_response_hours",
                "Time to the first answer",
                "Median, over the support requests opened in the last %d days and answered, of the hours from opening to the first answer."
                        .formatted(parameters.answeredIn().toDays()),
                Unit.HOURS,
                Optional.of(parameters.answeredIn()),
                "No request of the window is known to have been answered.",
                Actors.SELLER,
                List.of("answeredIn"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var window = account.asOf().last(parameters.answeredIn());
        var answered = account.history().tickets().stream()
                .filter(ticket -> ticket.answered().isPresent()
                        && window.contains(ticket.time().occurredAt()))
                .toList();
        if (answered.isEmpty()) {
            return FeatureValue.missing();
        }
        citations.cite(() -> answered.stream()
                .sorted(Comparator.comparing(Requests::waited).reversed().thenComparing(Ticket::id))
                .map(Requests::item)
                .toList());
        return FeatureValue.of(
                Median.of(answered.stream().map(FirstResponse::hours).toList()));
    }

    private static double hours(Ticket ticket) {
        return Requests.waited(ticket).toMillis() / (double) Duration.ofHours(1).toMillis();
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of("since", asOf.last(parameters.answeredIn()).after().atZone(ZoneOffset.UTC));
    }
}
