package io.caucus.features.record;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem.AttributeTold;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.ChangeField;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How much of what one would like to know of any account is known of this one. */
final class Completeness implements Feature {

    private final RecordParameters parameters;

    Completeness(RecordParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "record.completeness",
                "Completeness of the record",
                "Share of these attributes of the account that are known: %s."
                        .formatted(parameters.expected().stream()
                                .map(field ->
                                        field.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                                .collect(Collectors.joining(", "))),
                Unit.RATIO,
                Optional.empty(),
                "Never.",
                Actors.NOBODY,
                List.of("expected"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var history = account.history();
        var known = parameters.expected().stream()
                .flatMap(field -> told(history, field).stream())
                .toList();
        citations.cite(() -> known);
        return FeatureValue.of((double) known.size() / parameters.expected().size());
    }

    private static Optional<AttributeTold> told(AccountHistory history, ChangeField field) {
        var account = history.account();
        return since(history, field).map(at -> new AttributeTold(account.id().ref(), field, at));
    }

    /** Empty if the attribute is not known. */
    private static Optional<Instant> since(AccountHistory history, ChangeField field) {
        var account = history.account();
        return field == ChangeField.DOMAIN
                ? account.domain().map(domain -> account.time().occurredAt())
                : history.fieldChanges().stream()
                        .filter(change -> change.field() == field
                                && change.entity().equals(account.id().ref()))
                        .reduce((earlier, later) -> later)
                        .filter(last -> !last.value().isEmpty())
                        .map(FieldChange::time)
                        .map(time -> time.occurredAt());
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of(
                "fields", parameters.expected().stream().map(ChangeField::name).toList());
    }
}
