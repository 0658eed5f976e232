package io.caucus.ingest;

import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.fact.TicketId;
import io.caucus.graphmodel.time.FactTime;
import java.util.ArrayList;
import java.util.List;

/** A ticket, with the company and the contact it names, if it names them. */
final class HubSpotTickets implements RecordMapping {

    private static final String ID = "Ticket ID";
    private static final String PRIORITY = "Ticket Priority";
    private static final String FIRST_ANSWER = "First Agent Email Response Date";
    private static final String CLOSE_DATE = "Close Date";
    private static final String LAST_ACTIVITY_DATE = "Last Activity Date";
    private static final String OWNER = "Ticket Owner";

    @Override
    public String record() {
        return "ticket";
    }

    @Override
    public Columns columns() {
        return new Columns(
                List.of(ID, HubSpotProfile.CREATE_DATE, HubSpotProfile.COMPANY_DOMAIN, HubSpotProfile.CONTACT_EMAIL),
                List.of(PRIORITY, FIRST_ANSWER, CLOSE_DATE, LAST_ACTIVITY_DATE, OWNER));
    }

    @Override
    public List<String> dates() {
        return List.of(HubSpotProfile.CREATE_DATE, FIRST_ANSWER, LAST_ACTIVITY_DATE);
    }

    @Override
    public void refer(Row row, References references) {
        references.domain(row.findLowerCase(HubSpotProfile.COMPANY_DOMAIN));
        references.email(row.findLowerCase(HubSpotProfile.CONTACT_EMAIL));
    }

    @Override
    public String nativeId(Row row) {
        return Keys.nativeId(row, ID);
    }

    @Override
    public List<Fact> facts(Row row, Reading reading) {
        var times = reading.times();
        var opened = HubSpotProfile.created(row, times);
        var facts = new ArrayList<Fact>();
        facts.add(new Ticket(
                new TicketId(HubSpotProfile.key(nativeId(row))),
                reading.references().findAccountByDomain(row, HubSpotProfile.COMPANY_DOMAIN),
                reading.references().findPerson(row, HubSpotProfile.CONTACT_EMAIL),
                row.find(PRIORITY),
                FactTime.at(opened),
                row.findDate(FIRST_ANSWER, DateForm.ISO).map(date -> FactTime.at(times.past(FIRST_ANSWER, date))),
                row.findDate(CLOSE_DATE, DateForm.ISO)
                        .map(date ->
                                Closing.time(CLOSE_DATE, times.past(CLOSE_DATE, date), opened, reading.findings()))));
        HubSpotProfile.tellOwner(row, OWNER, times, facts);
        return facts;
    }
}
