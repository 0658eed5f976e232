package io.caucus.features.record;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem.AccountRecord;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** In how many systems the account has a record. */
final class SourceCount implements Feature {

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "record.source_count",
                "Sources",
                "Distinct sources with a record of the account, counting the records that were merged into it.",
                Unit.COUNT,
                Optional.empty(),
                "Never.",
                Actors.NOBODY,
                List.of());
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var records = account.history().account().records();
        citations.cite(() -> records.stream()
                .filter(record -> !record.source().equals(records.first().source()))
                .map(AccountRecord::new)
                .toList());
        long sources = records.stream().map(AccountId::source).distinct().count();
        return FeatureValue.of((double) sources);
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of();
    }
}
