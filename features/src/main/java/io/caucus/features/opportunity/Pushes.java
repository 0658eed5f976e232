package io.caucus.features.opportunity;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem.ValueChanged;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.ChangeField;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How often closing was put off. */
final class Pushes implements Feature {

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "opportunity.pushes",
                "Close dates moved out",
                "How often the close date of the account's open opportunities was moved to a later day, over all of them.",
                Unit.COUNT,
                Optional.empty(),
                "No open opportunity was ever given a close date.",
                Actors.NOBODY,
                List.of());
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var dated = account.history().openOpportunities().stream()
                .map(opportunity -> days(account.history(), opportunity))
                .filter(days -> !days.isEmpty())
                .toList();
        if (dated.isEmpty()) {
            return FeatureValue.missing();
        }
        var pushes = dated.stream().flatMap(Pushes::pushes).toList();
        citations.cite(() -> pushes.stream()
                .sorted(Comparator.comparing(ValueChanged::at).reversed().thenComparing(ValueChanged::opportunity))
                .toList());
        return FeatureValue.of(pushes.size());
    }

    private static List<FieldChange> days(AccountHistory history, Opportunity opportunity) {
        return ValueChanges.told(history, opportunity.id(), ChangeField.CLOSE_DATE).stream()
                .filter(change -> !change.value().isEmpty())
                .toList();
    }

    /** Days are ISO-8601, so they sort as text. */
    private static Stream<ValueChanged> pushes(List<FieldChange> days) {
        return IntStream.range(1, days.size())
                .filter(next ->
                        days.get(next).value().compareTo(days.get(next - 1).value()) > 0)
                .mapToObj(next -> ValueChanges.item(days.get(next - 1), days.get(next)));
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of();
    }
}
