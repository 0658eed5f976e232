package io.caucus.features.support;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.time.AsOf;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How often it burned. */
final class Escalations implements Feature {

    private final SupportParameters parameters;

    Escalations(SupportParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "support.escalations_30d",
                "Escalations",
                "Support requests opened in the last %d days whose priority is one of the words for an escalation."
                        .formatted(parameters.escalatedIn().toDays()),
                Unit.COUNT,
                Optional.of(parameters.escalatedIn()),
                "The account never asked for support.",
                Actors.NOBODY,
                List.of("escalatedIn", "escalations"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var tickets = account.history().tickets();
        if (tickets.isEmpty()) {
            return FeatureValue.missing();
        }
        var window = account.asOf().last(parameters.escalatedIn());
        var escalated = tickets.stream()
                .filter(ticket -> window.contains(ticket.time().occurredAt())
                        && parameters.escalations().contain(ticket))
                .toList();
        citations.cite(() -> escalated.stream()
                .sorted(Comparator.comparing(Ticket::time).reversed().thenComparing(Ticket::id))
                .map(Requests::item)
                .toList());
        return FeatureValue.of(escalated.size());
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of(
                "since",
                asOf.last(parameters.escalatedIn()).after().atZone(ZoneOffset.UTC),
                "words",
                List.copyOf(parameters.escalations().words()));
    }
}
