package io.caucus.ingest;

import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.RoleSource;
import java.util.List;
import java.util.Optional;

/**
 * A contact's role on an opportunity, since the last change of the row: it does not say which role it was before.
 */
final class SalesforceContactRoles implements RecordMapping {

    private static final String CONTACT = "ContactId";
    private static final String ROLE = "Role";

    /** A seller's word is good evidence and no proof; it fades with age where it is used. */
    private static final double CONFIDENCE = 0.9;

    private final RoleWords words = RoleWords.load();

    @Override
    public String record() {
        return "contact role";
    }

    @Override
    public Columns columns() {
        return new Columns(
                List.of(
                        SalesforceProfile.ID,
                        SalesforceOpportunityHistory.OPPORTUNITY,
                        CONTACT,
                        ROLE,
                        SalesforceProfile.CREATED_DATE),
                List.of(SalesforceProfile.LAST_MODIFIED_DATE, SalesforceProfile.IS_DELETED));
    }

    @Override
    public List<String> dates() {
        return List.of(SalesforceProfile.CREATED_DATE, SalesforceProfile.LAST_MODIFIED_DATE);
    }

    @Override
    public void refer(Row row, References references) {
        references.key(
                SalesforceId.peek(row, SalesforceOpportunityHistory.OPPORTUNITY).map(SalesforceProfile::opportunity));
        references.key(SalesforceId.peek(row, CONTACT).map(SalesforceProfile::person));
    }

    @Override
    public String nativeId(Row row) {
        return SalesforceProfile.keptId(row);
    }

    @Override
    public List<Fact> facts(Row row, Reading reading) {
        nativeId(row);
        var times = reading.times();
        var references = reading.references();
        var opportunity = references.existing(
                SalesforceProfile.opportunity(SalesforceId.get(row, SalesforceOpportunityHistory.OPPORTUNITY)),
                SalesforceOpportunityHistory.OPPORTUNITY);
        var person = references.existing(SalesforceProfile.person(SalesforceId.get(row, CONTACT)), CONTACT);
        var created = SalesforceProfile.created(row, times);
        var since = SalesforceProfile.findPast(row, SalesforceProfile.LAST_MODIFIED_DATE, times)
                .orElse(created);
        var role = words.role(ROLE, row.find(ROLE), reading.findings());
        return List.of(new RoleHolding(
                person, opportunity, role, RoleSource.STATED_IN_CRM, CONFIDENCE, FactTime.at(since), Optional.empty()));
    }
}
