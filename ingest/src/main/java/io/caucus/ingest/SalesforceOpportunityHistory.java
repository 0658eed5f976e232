package io.caucus.ingest;

import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import java.util.ArrayList;
import java.util.List;

/**
 * How an opportunity stood from an instant on: Salesforce writes one row when it is created and one whenever stage, amount,
 * probability or close date change. Rows may come in any order.
 */
final class SalesforceOpportunityHistory implements RecordMapping {

    static final String OPPORTUNITY = "OpportunityId";

    private final SalesforceStages stages;

    SalesforceOpportunityHistory(SalesforceStages stages) {
        this.stages = stages;
    }

    @Override
    public String record() {
        return "stage history";
    }

    @Override
    public Columns columns() {
        return new Columns(
                List.of(SalesforceProfile.ID, OPPORTUNITY, SalesforceStages.STAGE, SalesforceProfile.CREATED_DATE),
                List.of(
                        SalesforceOpportunities.AMOUNT,
                        SalesforceOpportunities.CLOSE_DATE,
                        SalesforceProfile.IS_DELETED));
    }

    @Override
    public List<String> dates() {
        return List.of(SalesforceProfile.CREATED_DATE);
    }

    @Override
    public void refer(Row row, References references) {
        references.key(SalesforceId.peek(row, OPPORTUNITY).map(SalesforceProfile::opportunity));
    }

    @Override
    public String nativeId(Row row) {
        return SalesforceProfile.keptId(row);
    }

    @Override
    public List<Fact> facts(Row row, Reading reading) {
        nativeId(row);
        var id = reading.references()
                .existing(SalesforceProfile.opportunity(SalesforceId.get(row, OPPORTUNITY)), OPPORTUNITY);
        var at = FactTime.at(SalesforceProfile.created(row, reading.times()));
        var stage = row.get(SalesforceStages.STAGE);
        var outcome = stages.outcome(SalesforceStages.STAGE, stage, reading.findings());

        var facts = new ArrayList<Fact>();
        facts.add(new StageChange(id, stage, outcome, at));
        row.findDecimal(SalesforceOpportunities.AMOUNT)
                .ifPresent(amount -> facts.add(new FieldChange(id.ref(), ChangeField.AMOUNT, amount, at)));
        row.findDate(SalesforceOpportunities.CLOSE_DATE, DateForm.SALESFORCE)
                .ifPresent(close -> facts.add(SalesforceOpportunities.closeDate(id, close, at)));
        return facts;
    }
}
