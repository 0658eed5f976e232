package io.caucus.features.record;

import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** @param expected what a complete record of an account tells, beside its name */
public record RecordParameters(SortedSet<ChangeField> expected) {

    public static final RecordParameters DEFAULT = new RecordParameters(new TreeSet<>(Set.of(
            ChangeField.DOMAIN,
            ChangeField.INDUSTRY,
            ChangeField.HEADCOUNT,
            ChangeField.ANNUAL_REVENUE,
            ChangeField.REGION,
            ChangeField.LEAD_SOURCE,
            ChangeField.OWNER)));

    public RecordParameters {
        expected = Collections.unmodifiableSortedSet(new TreeSet<>(expected));
        if (expected.isEmpty()) {
            throw new IllegalArgumentException("expected is empty; name at least one attribute of an account");
        }
        for (ChangeField field : expected) {
            if (!field.appliesTo(NodeLabel.ACCOUNT) || field == ChangeField.NAME) {
                throw new IllegalArgumentException(
                        "expected has %s, must be attributes of an account beside its name".formatted(field));
            }
        }
    }
}
