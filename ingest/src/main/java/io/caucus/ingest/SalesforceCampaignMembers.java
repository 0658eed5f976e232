package io.caucus.ingest;

import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.LinkType;
import java.util.List;
import java.util.Optional;

/**
 * A contact or lead who responded to a campaign did something, on the date of the first response. Who is a member and did not
 * respond did nothing: being on a list is no engagement.
 */
final class SalesforceCampaignMembers implements RecordMapping {

    private static final String CAMPAIGN = "CampaignId";
    private static final String CONTACT = "ContactId";
    private static final String LEAD = "LeadId";
    private static final String HAS_RESPONDED = "HasResponded";
    private static final String RESPONDED = "FirstRespondedDate";

    private final SalesforceCampaigns campaigns;

    SalesforceCampaignMembers(SalesforceCampaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public String record() {
        return "campaign member";
    }

    @Override
    public Columns columns() {
        return new Columns(
                List.of(SalesforceProfile.ID, CAMPAIGN, CONTACT, HAS_RESPONDED, SalesforceProfile.CREATED_DATE),
                List.of(LEAD, RESPONDED, SalesforceProfile.IS_DELETED));
    }

    @Override
    public List<String> dates() {
        return List.of(SalesforceProfile.CREATED_DATE, RESPONDED);
    }

    @Override
    public void refer(Row row, References references) {
        references.employee(SalesforceId.peek(row, who(row)).map(SalesforceProfile::person));
    }

    @Override
    public String nativeId(Row row) {
        return SalesforceProfile.keptId(row);
    }

    @Override
    public List<Fact> facts(Row row, Reading reading) {
        var id = nativeId(row);
        if (!SalesforceProfile.isTrue(row, HAS_RESPONDED)) {
            reading.findings().nothingTold(HAS_RESPONDED, "", "a member who did not respond did nothing");
            return List.of();
        }
        var times = reading.times();
        var who = who(row);
        var campaign = SalesforceId.get(row, CAMPAIGN);
        var person = reading.references().existing(SalesforceProfile.person(SalesforceId.get(row, who)), who);
        var responded = times.past(RESPONDED, row.getDate(RESPONDED, DateForm.SALESFORCE));
        var engagement = new Engagement(
                new EngagementId(SalesforceProfile.key(id)),
                reading.references().getEmployer(person, who),
                campaigns.kindOfResponse(campaign),
                ActorSide.BUYER,
                List.of(person),
                List.of(),
                List.of(),
                Optional.empty(),
                SalesforceActivity.done(responded, SalesforceProfile.created(row, times)));
        var content = SalesforceCampaigns.content(campaign);
        return List.of(engagement, Link.of(LinkType.CONCERNS, engagement.id().ref(), content, engagement.time()));
    }

    /** A lead that was converted is a member as both, and the contact stands for the person. */
    private static String who(Row row) {
        return row.find(CONTACT).isEmpty() && row.find(LEAD).isPresent() ? LEAD : CONTACT;
    }
}
