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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What we still owe the account. */
final class OpenTickets implements Feature {

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "support.open_tickets",
                "Open requests",
                "Support requests of the account that are not closed.",
                Unit.COUNT,
                Optional.empty(),
                "The account never asked for support.",
                Actors.NOBODY,
                List.of());
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var tickets = account.history().tickets();
        if (tickets.isEmpty()) {
            return FeatureValue.missing();
        }
        var open = tickets.stream().filter(ticket -> ticket.closed().isEmpty()).toList();
        citations.cite(() -> open.stream()
                .sorted(Comparator.comparing(Ticket::time).thenComparing(Ticket::id))
                .map(Requests::item)
                .toList());
        return FeatureValue.of(open.size());
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of();
    }
}
