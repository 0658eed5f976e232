package io.caucus.ingest;

import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import java.util.List;

/**
 * One field of an opportunity took a value. Stage, amount, close date and owner have a history in the graph; Salesforce tracks
 * whatever its administrator chose. A change of owner stands there twice, once with names and once with ids; the ids count.
 */
final class SalesforceOpportunityFieldHistory implements RecordMapping {

    private static final String FIELD = "Field";
    private static final String NEW_VALUE = "NewValue";

    private final SalesforceStages stages;

    SalesforceOpportunityFieldHistory(SalesforceStages stages) {
        this.stages = stages;
    }

    @Override
    public String record() {
        return "field history";
    }

    @Override
    public Columns columns() {
        return new Columns(
                List.of(
                        SalesforceProfile.ID,
                        SalesforceOpportunityHistory.OPPORTUNITY,
                        FIELD,
                        NEW_VALUE,
                        SalesforceProfile.CREATED_DATE),
                List.of(SalesforceProfile.IS_DELETED));
    }

    @Override
    public List<String> dates() {
        return List.of(SalesforceProfile.CREATED_DATE);
    }

    @Override
    public void refer(Row row, References references) {
        references.key(
                SalesforceId.peek(row, SalesforceOpportunityHistory.OPPORTUNITY).map(SalesforceProfile::opportunity));
    }

    @Override
    public String nativeId(Row row) {
        return SalesforceProfile.keptId(row);
    }

    @Override
    public List<Fact> facts(Row row, Reading reading) {
        nativeId(row);
        var id = reading.references()
                .existing(
                        SalesforceProfile.opportunity(SalesforceId.get(row, SalesforceOpportunityHistory.OPPORTUNITY)),
                        SalesforceOpportunityHistory.OPPORTUNITY);
        var at = FactTime.at(SalesforceProfile.created(row, reading.times()));
        var field = row.get(FIELD);
        if (row.find(NEW_VALUE).isEmpty()) {
            reading.findings().nothingTold(FIELD, field, "the graph does not keep that a value was removed");
            return List.of();
        }
        return switch (field) {
            case "StageName" -> List.of(stage(row, id, at, reading.findings()));
            case "Amount" ->
                List.of(new FieldChange(
                        id.ref(), ChangeField.AMOUNT, row.findDecimal(NEW_VALUE).orElseThrow(), at));
            case "CloseDate" ->
                List.of(SalesforceOpportunities.closeDate(id, row.getDate(NEW_VALUE, DateForm.SALESFORCE), at));
            case "Owner" -> owner(row, id, at, reading);
            default -> {
                reading.findings().nothingTold(FIELD, field, "the graph keeps no history of it");
                yield List.of();
            }
        };
    }

    private StageChange stage(Row row, OpportunityId id, FactTime at, Findings findings) {
        var stage = row.get(NEW_VALUE);
        return new StageChange(id, stage, stages.outcome(NEW_VALUE, stage, findings), at);
    }

    private static List<Fact> owner(Row row, OpportunityId id, FactTime at, Reading reading) {
        var owner = SalesforceId.peek(row, NEW_VALUE)
                .filter(user -> user.startsWith(SalesforceId.USER))
                .map(user -> new UserId(SalesforceProfile.key(user)));
        if (owner.isEmpty()) {
            reading.findings().nothingTold(FIELD, "Owner", "the row with the owner's id tells it");
            return List.of();
        }
        return List.of(
                SalesforceProfile.user(owner.get(), reading.times()),
                new FieldChange(id.ref(), ChangeField.OWNER, owner.get().value(), at));
    }
}
