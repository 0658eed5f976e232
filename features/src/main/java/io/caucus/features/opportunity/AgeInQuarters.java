package io.caucus.features.opportunity;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem.OpportunityCreated;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.time.AsOf;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Through how many quarters a sale has been carried along. */
final class AgeInQuarters implements Feature {

    private static final int QUARTERS_A_YEAR = 4;

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "opportunity.age_quarters",
                "Ends of quarters seen",
                "How many ends of calendar quarters (UTC) the oldest of the account's open opportunities has seen since it was created.",
                Unit.COUNT,
                Optional.empty(),
                "No open opportunity.",
                Actors.NOBODY,
                List.of());
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var open = account.history().openOpportunities();
        long now = quarter(account.asOf().instant());
        var oldest = open.stream().mapToLong(AgeInQuarters::created).min();
        if (oldest.isEmpty()) {
            return FeatureValue.missing();
        }
        citations.cite(() -> open.stream()
                .filter(opportunity -> created(opportunity) == oldest.getAsLong() && oldest.getAsLong() < now)
                .sorted(Comparator.comparing(Opportunity::time).thenComparing(Opportunity::id))
                .map(opportunity -> new OpportunityCreated(
                        opportunity.id(), opportunity.time().occurredAt()))
                .toList());
        return FeatureValue.of((double) (now - oldest.getAsLong()));
    }

    private static long created(Opportunity opportunity) {
        return quarter(opportunity.time().occurredAt());
    }

    /** Counted from the year 0. */
    private static long quarter(Instant instant) {
        var day = instant.atZone(ZoneOffset.UTC);
        return (long) QUARTERS_A_YEAR * day.getYear() + day.get(IsoFields.QUARTER_OF_YEAR);
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of();
    }
}
