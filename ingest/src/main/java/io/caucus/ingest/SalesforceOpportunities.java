package io.caucus.ingest;

import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An opportunity with the stage it is in now. Where {@code OpportunityHistory.csv} says when stages were entered, this file only
 * confirms the present one, at the export: the close date is one that people write, and not the day on which the stage changed.
 */
final class SalesforceOpportunities implements RecordMapping {

    private static final String NAME = "Name";
    static final String AMOUNT = "Amount";
    static final String CLOSE_DATE = "CloseDate";

    private final SalesforceStages stages;

    SalesforceOpportunities(SalesforceStages stages) {
        this.stages = stages;
    }

    @Override
    public String record() {
        return "opportunity";
    }

    @Override
    public Columns columns() {
        return new Columns(
                List.of(
                        SalesforceProfile.ID,
                        NAME,
                        SalesforceProfile.ACCOUNT,
                        SalesforceStages.STAGE,
                        SalesforceProfile.CREATED_DATE),
                List.of(
                        SalesforceStages.IS_CLOSED,
                        SalesforceStages.IS_WON,
                        AMOUNT,
                        CLOSE_DATE,
                        SalesforceProfile.OWNER,
                        SalesforceProfile.LAST_MODIFIED_DATE,
                        SalesforceProfile.IS_DELETED));
    }

    @Override
    public List<String> dates() {
        return List.of(SalesforceProfile.CREATED_DATE, SalesforceProfile.LAST_MODIFIED_DATE);
    }

    @Override
    public void refer(Row row, References references) {
        references.key(SalesforceId.peek(row, SalesforceProfile.ACCOUNT).map(SalesforceProfile::account));
    }

    @Override
    public String nativeId(Row row) {
        return SalesforceId.get(row, SalesforceProfile.ID);
    }

    @Override
    public List<Fact> facts(Row row, Reading reading) {
        var times = reading.times();
        var id = SalesforceProfile.opportunity(nativeId(row));
        var account = reading.references()
                .existing(
                        SalesforceProfile.account(SalesforceId.get(row, SalesforceProfile.ACCOUNT)),
                        SalesforceProfile.ACCOUNT);
        var created = SalesforceProfile.created(row, times);
        var told = SalesforceProfile.told(row, times);
        var closes = row.findDate(CLOSE_DATE, DateForm.SALESFORCE);

        var facts = new ArrayList<>(
                SalesforceProfile.naming(row, times).opportunity(id, account, row.get(NAME), Optional.empty()));
        row.findDecimal(AMOUNT)
                .ifPresent(amount -> facts.add(new FieldChange(id.ref(), ChangeField.AMOUNT, amount, told)));
        closes.ifPresent(close -> facts.add(closeDate(id, close, told)));
        SalesforceProfile.tellOwner(row, id.ref(), times, facts);
        facts.add(presentStage(row, id, created, closes, reading));
        return facts;
    }

    private StageChange presentStage(
            Row row, OpportunityId id, Instant created, Optional<Instant> closes, Reading reading) {
        var stage = row.get(SalesforceStages.STAGE);
        var outcome = stages.learn(row);
        var closed = stages.areDatedByHistory() ? Optional.<Instant>empty() : closes;
        return Closing.presentStage(id, stage, outcome, created, closed, CLOSE_DATE, reading);
    }

    static FieldChange closeDate(OpportunityId id, Instant close, FactTime told) {
        var day = close.atZone(ZoneOffset.UTC).toLocalDate();
        return new FieldChange(id.ref(), ChangeField.CLOSE_DATE, day.toString(), told);
    }
}
