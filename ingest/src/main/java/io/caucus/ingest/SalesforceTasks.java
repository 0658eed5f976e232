package io.caucus.ingest;

import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Exclusion;
import java.util.List;
import java.util.Optional;

/**
 * A task, and what Salesforce logs as one: mails and calls. A closed meeting, and a closed call the contact made, is something the
 * contact did; all else is the seller's. What is not closed yet has not been held.
 */
final class SalesforceTasks implements RecordMapping {

    private static final String SUBTYPE = "TaskSubtype";
    private static final String TYPE = "Type";
    private static final String CALL_TYPE = "CallType";
    private static final String IS_CLOSED = "IsClosed";
    private static final String STATUS = "Status";
    private static final String COMPLETED = "CompletedDateTime";
    private static final String DATE = "ActivityDate";

    @Override
    public String record() {
        return "task";
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
                        SUBTYPE,
                        TYPE,
                        CALL_TYPE,
                        IS_CLOSED,
                        STATUS,
                        COMPLETED,
                        DATE,
                        SalesforceProfile.LAST_MODIFIED_DATE,
                        SalesforceProfile.IS_DELETED));
    }

    @Override
    public List<String> dates() {
        return List.of(SalesforceProfile.CREATED_DATE, SalesforceProfile.LAST_MODIFIED_DATE, COMPLETED);
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
        var kind = kind(row);
        boolean closed = isClosed(row);
        boolean byContact = closed && (kind == EngagementKind.MEETING || isIncomingCall(row, kind));
        return SalesforceActivity.tell(
                nativeId(row),
                row,
                kind,
                byContact ? ActorSide.BUYER : ActorSide.SELLER,
                excluded(row, kind, closed),
                time(row, closed, reading.times()),
                reading);
    }

    /** The subtype is Salesforce's own word; the type, which an administrator may change, counts where there is none. */
    private static EngagementKind kind(Row row) {
        var subtype = row.findLowerCase(SUBTYPE).filter(word -> !word.equals("task"));
        return switch (subtype.or(() -> row.findLowerCase(TYPE)).orElse("")) {
            case "email", "listemail", "list email" -> EngagementKind.EMAIL;
            case "call" -> EngagementKind.CALL;
            case "meeting" -> EngagementKind.MEETING;
            default -> EngagementKind.TASK;
        };
    }

    private static boolean isClosed(Row row) {
        return SalesforceProfile.isTrue(row, IS_CLOSED)
                || row.find(STATUS).filter("Completed"::equalsIgnoreCase).isPresent();
    }

    private static boolean isIncomingCall(Row row, EngagementKind kind) {
        return kind == EngagementKind.CALL
                && row.find(CALL_TYPE).filter("Inbound"::equalsIgnoreCase).isPresent();
    }

    private static Optional<Exclusion> excluded(Row row, EngagementKind kind, boolean closed) {
        if (!closed && kind != EngagementKind.TASK) {
            return Optional.of(Exclusion.NOT_HELD);
        }
        boolean bulk = row.findLowerCase(SUBTYPE)
                .filter(word -> word.startsWith("list"))
                .isPresent();
        return bulk ? Optional.of(Exclusion.BULK_MAIL) : Optional.empty();
    }

    /**
     * A task is due on its date, and known since it was created. A closed one was done when it was completed; if the export does
     * not say when, on its date, or at its last change if that came first.
     */
    private static FactTime time(Row row, boolean closed, ExportTimes times) {
        var created = SalesforceProfile.created(row, times);
        var due = row.findDate(DATE, DateForm.SALESFORCE).orElse(created);
        if (!closed) {
            return new FactTime(due, created);
        }
        var changed = SalesforceProfile.findPast(row, SalesforceProfile.LAST_MODIFIED_DATE, times);
        var done = SalesforceProfile.findPast(row, COMPLETED, times)
                .orElseGet(() -> changed.filter(due::isAfter).orElse(due));
        return SalesforceActivity.done(times.past(DATE, done), created);
    }
}
