package io.caucus.ingest;

import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.vocabulary.ChangeField;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A deal becomes an opportunity. The export holds one stage, the present one: a closed deal entered it at its close date, an
 * open one at a time nobody wrote down, so it is told at the export. Earlier stages are not invented.
 */
final class HubSpotDeals implements RecordMapping {

    private static final String ID = "Deal ID";
    private static final String NAME = "Deal Name";
    private static final String STAGE = "Deal Stage";
    private static final String PIPELINE = "Pipeline";
    private static final String AMOUNT = "Amount";
    private static final String CLOSE_DATE = "Close Date";
    private static final String OWNER = "Deal Owner";

    @Override
    public String record() {
        return "deal";
    }

    @Override
    public Columns columns() {
        return new Columns(
                List.of(ID, NAME, STAGE, HubSpotProfile.CREATE_DATE, HubSpotProfile.COMPANY_DOMAIN),
                List.of(PIPELINE, AMOUNT, CLOSE_DATE, OWNER, HubSpotProfile.LAST_MODIFIED_DATE));
    }

    @Override
    public List<String> dates() {
        return List.of(HubSpotProfile.CREATE_DATE, HubSpotProfile.LAST_MODIFIED_DATE);
    }

    @Override
    public void refer(Row row, References references) {
        references.domain(row.findLowerCase(HubSpotProfile.COMPANY_DOMAIN));
    }

    @Override
    public String nativeId(Row row) {
        return Keys.nativeId(row, ID);
    }

    @Override
    public List<Fact> facts(Row row, Reading reading) {
        var times = reading.times();
        var id = new OpportunityId(HubSpotProfile.key(nativeId(row)));
        var account = reading.references().getAccountByDomain(row, HubSpotProfile.COMPANY_DOMAIN);
        var created = HubSpotProfile.created(row, times);
        var closes = row.findDate(CLOSE_DATE, DateForm.ISO);
        var told = HubSpotProfile.told(row, times);

        var facts = new ArrayList<>(
                HubSpotProfile.naming(row, times).opportunity(id, account, row.get(NAME), row.find(PIPELINE)));
        var stage = row.get(STAGE);
        facts.add(Closing.presentStage(id, stage, HubSpotStages.outcome(stage), created, closes, CLOSE_DATE, reading));
        row.findDecimal(AMOUNT)
                .ifPresent(amount -> facts.add(new FieldChange(id.ref(), ChangeField.AMOUNT, amount, told)));
        closes.ifPresent(close -> facts.add(
                new FieldChange(id.ref(), ChangeField.CLOSE_DATE, day(close).toString(), told)));
        HubSpotProfile.tellOwner(row, OWNER, times, facts);
        HubSpotProfile.findOwner(row, OWNER)
                .ifPresent(owner -> facts.add(new FieldChange(id.ref(), ChangeField.OWNER, owner.value(), told)));
        return facts;
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
