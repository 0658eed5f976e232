package io.caucus.ingest;

import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Exclusion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An activity becomes an engagement of the company its contact works at. Only a completed meeting shows that the buyer did
 * something; HubSpot's calls and mails carry no direction here, so they count as the seller's.
 */
final class HubSpotActivities implements RecordMapping {

    private static final String ID = "Activity ID";
    private static final String TYPE = "Activity Type";
    private static final String DATE = "Activity Date";
    private static final String OWNER = "Activity Owner";
    private static final String NOTES = "Notes/Description";
    private static final String MEETING_OUTCOME = "Meeting Outcome";

    @Override
    public String record() {
        return "activity";
    }

    @Override
    public Columns columns() {
        return new Columns(
                List.of(ID, TYPE, DATE, HubSpotProfile.CONTACT_EMAIL), List.of(OWNER, MEETING_OUTCOME, NOTES));
    }

    @Override
    public List<String> dates() {
        return List.of(DATE);
    }

    @Override
    public Optional<String> words() {
        return Optional.of(NOTES);
    }

    @Override
    public void refer(Row row, References references) {
        references.email(row.findLowerCase(HubSpotProfile.CONTACT_EMAIL));
    }

    @Override
    public String nativeId(Row row) {
        return Keys.nativeId(row, ID);
    }

    @Override
    public List<Fact> facts(Row row, Reading reading) {
        var kind = kind(row);
        boolean held = row.find(MEETING_OUTCOME)
                .filter(outcome -> outcome.equalsIgnoreCase("Completed"))
                .isPresent();
        var side = kind == EngagementKind.MEETING && held ? ActorSide.BUYER : ActorSide.SELLER;
        var time = time(row, kind, side, reading.times());
        var contact = reading.references().getPerson(row, HubSpotProfile.CONTACT_EMAIL);
        var account = reading.references().getEmployer(contact, HubSpotProfile.CONTACT_EMAIL);

        var facts = new ArrayList<Fact>();
        HubSpotProfile.tellOwner(row, OWNER, reading.times(), facts);
        facts.add(new Engagement(
                new EngagementId(HubSpotProfile.key(nativeId(row))),
                account,
                kind,
                side,
                side == ActorSide.BUYER ? List.of(contact) : List.of(),
                addressees(kind, side, contact),
                HubSpotProfile.findOwner(row, OWNER).stream().toList(),
                kind == EngagementKind.MEETING && !held ? Optional.of(Exclusion.NOT_HELD) : Optional.empty(),
                time));
        return facts;
    }

    private static EngagementKind kind(Row row) {
        var type = row.get(TYPE);
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "meeting" -> EngagementKind.MEETING;
            case "call" -> EngagementKind.CALL;
            case "email" -> EngagementKind.EMAIL;
            case "task" -> EngagementKind.TASK;
            case "note" -> EngagementKind.NOTE;
            default ->
                throw new RejectedRow(
                        RejectCode.UNKNOWN_VALUE,
                        TYPE,
                        "column '%s' has '%s', must be Meeting, Call, Email, Task or Note"
                                .formatted(TYPE, Row.shown(type)));
        };
    }

    private static List<PersonId> addressees(EngagementKind kind, ActorSide side, PersonId contact) {
        boolean reachesTheContact = side == ActorSide.SELLER && kind.channel() != EngagementKind.Channel.INTERNAL;
        return reachesTheContact ? List.of(contact) : List.of();
    }

    /** What is planned may lie ahead: it is known since the export. Anything else had happened by then. */
    private static FactTime time(Row row, EngagementKind kind, ActorSide side, ExportTimes times) {
        var date = row.getDate(DATE, DateForm.ISO);
        boolean planned = kind == EngagementKind.TASK || (kind == EngagementKind.MEETING && side == ActorSide.SELLER);
        if (planned && times.isAfterExport(date)) {
            return new FactTime(date, times.exported());
        }
        return FactTime.at(times.past(DATE, date));
    }
}
