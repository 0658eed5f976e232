package io.caucus.features.record;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem;
import io.caucus.features.EvidenceItem.AttributeTold;
import io.caucus.features.EvidenceItem.OpportunityCreated;
import io.caucus.features.EvidenceItem.StageEntered;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long nobody has told anything new. */
final class Staleness implements Feature {

    /** Something that was told, and since when it has been known. */
    private record News(Instant knownAt, EvidenceItem item) {

        static News of(Fact fact, EvidenceItem item) {
            return new News(fact.time().knownAt(), item);
        }
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "record.staleness_days",
                "Age of the record",
                "Days, with fractions, since a source last told anything new of the account's attributes or of its opportunities,"
                        + " their stages and their attributes. Engagements do not count, nor does being told the same again.",
                Unit.DAYS,
                Optional.empty(),
                "Never.",
                Actors.NOBODY,
                List.of());
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var created = account.history().account().time().knownAt();
        var news = news(account.history());
        var newest = news.stream()
                .map(News::knownAt)
                .filter(knownAt -> knownAt.isAfter(created))
                .max(Comparator.naturalOrder());
        newest.ifPresent(last -> citations.cite(() -> news.stream()
                .filter(told -> told.knownAt().equals(last))
                .map(News::item)
                .toList()));
        return FeatureValue.of(account.asOf().daysSince(newest.orElse(created)));
    }

    private static List<News> news(AccountHistory history) {
        var news = new ArrayList<News>();
        for (FieldChange change : history.fieldChanges()) {
            if (change.entity().label() != NodeLabel.PERSON) {
                var at = change.time().occurredAt();
                news.add(News.of(change, new AttributeTold(change.entity(), change.field(), at)));
            }
        }
        for (StageChange change : history.stageChanges()) {
            var at = change.time().occurredAt();
            news.add(News.of(change, new StageEntered(change.opportunity(), change.stage(), at)));
        }
        for (Opportunity opportunity : history.opportunities()) {
            var at = opportunity.time().occurredAt();
            news.add(News.of(opportunity, new OpportunityCreated(opportunity.id(), at)));
        }
        return news;
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of();
    }
}
