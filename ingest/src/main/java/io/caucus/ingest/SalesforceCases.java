package io.caucus.ingest;

import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.time.FactTime;
import java.util.List;
import java.util.Optional;

/**
 * A support request, with the account and the contact it names, if it names them. No standard field of a
 * case says when it was first answered.
 */
final class SalesforceCases implements RecordMapping {

    private static final String CONTACT = "ContactId";
    private static final String PRIORITY = "Priority";
    private static final String CLOSED_DATE = "ClosedDate";

    @Override
    public String record() {
        return "case";
    }

    @Override
    public Columns columns() {
        return new Columns(
                List.of(SalesforceProfile.ID, SalesforceProfile.CREATED_DATE),
                List.of(
                        SalesforceProfile.ACCOUNT,
                        CONTACT,
                        PRIORITY,
                        CLOSED_DATE,
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
        references.key(SalesforceId.peek(row, CONTACT).map(SalesforceProfile::person));
    }

    @Override
    public String nativeId(Row row) {
        return SalesforceId.get(row, SalesforceProfile.ID);
    }

    @Override
    public List<Fact> facts(Row row, Reading reading) {
        var times = reading.times();
        var references = reading.references();
        var opened = SalesforceProfile.created(row, times);
        return List.of(new Ticket(
                SalesforceProfile.ticket(nativeId(row)),
                SalesforceId.find(row, SalesforceProfile.ACCOUNT)
                        .map(id -> references.existing(SalesforceProfile.account(id), SalesforceProfile.ACCOUNT)),
                SalesforceId.find(row, CONTACT).map(id -> references.existing(SalesforceProfile.person(id), CONTACT)),
                row.find(PRIORITY),
                FactTime.at(opened),
                Optional.empty(),
                SalesforceProfile.findPast(row, CLOSED_DATE, times)
                        .map(closed -> Closing.time(CLOSED_DATE, closed, opened, reading.findings()))));
    }
}
