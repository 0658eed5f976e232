package io.caucus.features.record;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem.AccountRecord;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.time.AsOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many records were joined to make the account what it is. */
final class MergedFrom implements Feature {

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "record.merged_from",
                "Records merged",
                "Records of the account beside one, which merges joined and no source deleted.",
                Unit.COUNT,
                Optional.empty(),
                "Never.",
                Actors.NOBODY,
                List.of());
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var records = account.history().account().records();
        citations.cite(() -> records.stream().skip(1).map(AccountRecord::new).toList());
        return FeatureValue.of(records.size() - 1);
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of();
    }
}
