package io.caucus.ingest;

import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Exclusion;
import java.util.List;
import java.util.Optional;

/**
 * A meeting in the calendar. Salesforce does not say whether it was held: one that had begun when the export was made counts as held
 * and as something the contact did, one that lies ahead does not.
 */
final class SalesforceEvents implements RecordMapping {

    private static final String START = "StartDateTime";
    private static final String DATE_TIME = "ActivityDateTime";
    private static final String DATE = "ActivityDate";

    @Override
    public String record() {
        return "event";
    }

    @Override
    public Columns columns() {
        return new Columns(
                List.of(SalesforceProfile.ID, SalesforceActivity.WHO, SalesforceProfile.CREATED_DATE),
                List.of(
                        SalesforceActivity.WHAT,
                        SalesforceProfile.ACCOUNT,
                        SalesforceProfile.OWNER,
                        SalesforceActivity.DESCRIPTION,
                        START,
                        DATE_TIME,
                        DATE,
                        SalesforceProfile.LAST_MODIFIED_DATE,
                        SalesforceProfile.IS_DELETED));
    }

    @Override
    public List<String> dates() {
        return List.of(SalesforceProfile.CREATED_DATE, SalesforceProfile.LAST_MODIFIED_DATE);
    }

    @Override
    public Optional<String> words() {
        return Optional.of(SalesforceActivity.DESCRIPTION);
    }

    @Override
    public void refer(Row row, References references) {
        SalesforceActivity.refer(row, references);
    }

    @Override
    public String nativeId(Row row) {
        return SalesforceId.get(row, SalesforceProfile.ID);
    }

    @Override
    public List<Fact> facts(Row row, Reading reading) {
        var times = reading.times();
        var created = SalesforceProfile.created(row, times);
        var start = row.findDate(START, DateForm.SALESFORCE)
                .or(() -> row.findDate(DATE_TIME, DateForm.SALESFORCE))
                .orElseGet(() -> row.getDate(DATE, DateForm.SALESFORCE));
        boolean held = !start.isAfter(times.exported());
        return SalesforceActivity.tell(
                nativeId(row),
                row,
                EngagementKind.MEETING,
                held ? ActorSide.BUYER : ActorSide.SELLER,
                held ? Optional.empty() : Optional.of(Exclusion.NOT_HELD),
                held ? SalesforceActivity.done(start, created) : new FactTime(start, created),
                reading);
    }
}
