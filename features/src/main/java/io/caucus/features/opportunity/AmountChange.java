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
import java.util.stream.Stream;

/** Whether the sales grew or shrank since they were first put into numbers. */
final class AmountChange implements Feature {

    /** What an open opportunity was first, and what it is now, said to be worth. */
    private record Amounts(FieldChange first, FieldChange last) {

        double before() {
            return Double.parseDouble(first.value());
        }

        double now() {
            return Double.parseDouble(last.value());
        }
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "opportunity.amount_change",
                "Change of amounts",
                "Sum of the amounts of the account's open opportunities ÷ sum of the amounts that were first told of the same ones.",
                Unit.RATE_RATIO,
                Optional.empty(),
                "No open opportunity has an amount, or their first ones add up to nothing.",
                Actors.NOBODY,
                List.of());
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var amounts = account.history().openOpportunities().stream()
                .flatMap(opportunity -> amounts(account.history(), opportunity))
                .toList();
        double before = 0;
        double now = 0;
        for (Amounts amount : amounts) {
            before += amount.before();
            now += amount.now();
        }
        if (!(before > 0)) {
            return FeatureValue.missing();
        }
        citations.cite(() -> largestFirst(amounts));
        return FeatureValue.of(now / before);
    }

    /** None if no amount was told, or the last one was taken away. */
    private static Stream<Amounts> amounts(AccountHistory history, Opportunity opportunity) {
        var told = ValueChanges.told(history, opportunity.id(), ChangeField.AMOUNT);
        if (told.isEmpty() || told.getLast().value().isEmpty()) {
            return Stream.empty();
        }
        return told.stream()
                .filter(change -> !change.value().isEmpty())
                .findFirst()
                .map(first -> new Amounts(first, told.getLast()))
                .stream();
    }

    private static List<ValueChanged> largestFirst(List<Amounts> amounts) {
        return amounts.stream()
                .filter(amount -> amount.now() != amount.before())
                .sorted(Comparator.comparingDouble((Amounts amount) -> -Math.abs(amount.now() - amount.before())))
                .map(amount -> ValueChanges.item(amount.first(), amount.last()))
                .toList();
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of();
    }
}
