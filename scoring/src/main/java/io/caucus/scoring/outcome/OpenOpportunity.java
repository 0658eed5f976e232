package io.caucus.scoring.outcome;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.vocabulary.ChangeField;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An open opportunity that is asked about, and its account as if no other were open there: features that speak of the account's
 * open opportunities then speak of this one. Those that were won or lost stay.
 */
record OpenOpportunity(Opportunity opportunity, AccountHistory history, int openBeside) {

    /** The columns that {@link #cells} fills. */
    static final List<TargetColumn> COLUMNS = List.of(
            new TargetColumn(
                    "pipeline",
                    "The source's own name for the process it runs through.",
                    "segment",
                    "category",
                    "system"),
            new TargetColumn("stage", "The stage it is in, in the source's own words.", "input", "category", "seller"),
            new TargetColumn(
                    "amount", "What it is worth, in the account's own currency.", "amount", "number", "seller"),
            new TargetColumn("leadSource", "How we came by it, the source's own word.", "input", "category", "system"),
            new TargetColumn("ageDays", "Days since it was created.", "input", "number", "system"),
            new TargetColumn("daysInStage", "Days since it came into its stage.", "input", "number", "seller"),
            new TargetColumn(
                    "daysToClose",
                    "Days until the end of the day on which it is expected to close; below 0 if that is over.",
                    "input",
                    "number",
                    "seller"),
            new TargetColumn(
                    "openBeside",
                    "How many other opportunities of the account are open.",
                    "input",
                    "number",
                    "system"));

    /** Each open one of an account. */
    static Stream<OpenOpportunity> of(AccountHistory account) {
        var open = account.openOpportunities();
        return open.stream().map(one -> {
            var others = open.stream()
                    .map(Opportunity::id)
                    .filter(id -> !id.equals(one.id()))
                    .collect(Collectors.toSet());
            return new OpenOpportunity(one, others.isEmpty() ? account : account.without(others), others.size());
        });
    }

    double ageDays() {
        return history.asOf().daysSince(opportunity.time().occurredAt());
    }

    /** The end of the day, in UTC, on which it is expected to close. */
    Optional<Instant> expectedEnd() {
        return told(ChangeField.CLOSE_DATE)
                .map(day -> LocalDate.parse(day)
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
    }

    List<String> cells() {
        var asOf = history.asOf();
        var stage = history.stageOf(opportunity.id());
        return List.of(
                opportunity.pipeline().orElse(""),
                stage.map(entered -> entered.stage()).orElse(""),
                told(ChangeField.AMOUNT).orElse(""),
                told(ChangeField.LEAD_SOURCE).orElse(""),
                Double.toString(ageDays()),
                stage.map(entered ->
                                Double.toString(asOf.daysSince(entered.time().occurredAt())))
                        .orElse(""),
                expectedEnd().map(end -> Double.toString(-asOf.daysSince(end))).orElse(""),
                Integer.toString(openBeside));
    }

    private Optional<String> told(ChangeField field) {
        return history.valueOf(opportunity.id().ref(), field);
    }
}
