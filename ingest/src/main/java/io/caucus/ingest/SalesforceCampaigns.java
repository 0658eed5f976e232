package io.caucus.ingest;

import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A campaign becomes content: something to read, watch or visit, and what its members respond to. Its type says what a response
 * was, and is remembered for {@link SalesforceCampaignMembers}, whose rows do not say.
 */
final class SalesforceCampaigns implements RecordMapping {

    private static final String NAME = "Name";
    private static final String TYPE = "Type";

    /** Beyond this the types would fill the memory. */
    private static final int MOST_CAMPAIGNS = 100_000;

    private static final Map<String, EngagementKind> KINDS = Map.of(
            "webinar", EngagementKind.WEBINAR,
            "conference", EngagementKind.EVENT,
            "trade show", EngagementKind.EVENT,
            "seminar", EngagementKind.EVENT,
            "seminar / conference", EngagementKind.EVENT,
            "event", EngagementKind.EVENT,
            "telemarketing", EngagementKind.CALL);

    private final Map<String, EngagementKind> kinds = new HashMap<>();

    @Override
    public String record() {
        return "campaign";
    }

    @Override
    public Columns columns() {
        return new Columns(
                List.of(SalesforceProfile.ID, NAME, SalesforceProfile.CREATED_DATE),
                List.of(TYPE, SalesforceProfile.IS_DELETED));
    }

    @Override
    public List<String> dates() {
        return List.of(SalesforceProfile.CREATED_DATE);
    }

    @Override
    public String nativeId(Row row) {
        return SalesforceProfile.recordId(row);
    }

    @Override
    public List<Fact> facts(Row row, Reading reading) {
        var id = nativeId(row);
        var created = SalesforceProfile.created(row, reading.times());
        var name = row.get(NAME);
        if (kinds.size() < MOST_CAMPAIGNS) {
            row.findLowerCase(TYPE).map(KINDS::get).ifPresent(kind -> kinds.put(id, kind));
        }
        return List.of(new Thing(content(id), name, FactTime.at(created)));
    }

    static EntityRef content(String id) {
        return new EntityRef(NodeLabel.CONTENT, SalesforceProfile.key(id));
    }

    /**
     * What a member did who responded. Of mails, advertisements and campaigns nobody told of it is the least a response can be: a
     * visit.
     */
    EngagementKind kindOfResponse(String id) {
        return kinds.getOrDefault(id, EngagementKind.VISIT);
    }
}
