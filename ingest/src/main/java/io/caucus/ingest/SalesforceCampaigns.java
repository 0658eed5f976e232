package io.caucus.ingest;

import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A campaign becomes content: something to read, watch or visit, and what its members respond to. Its type says what a response
 * was, and is remembered for {@link SalesforceCampaignMembers}, whose rows do not say.
 */
final class SalesforceCampaigns implements RecordMapping {

    private static final String NAME = "Name";
    private static final String TYPE = "Type";

    /** They go with every checkpoint. */
    private static final int MOST_CAMPAIGNS = 10_000;

    private static final String LEARNED = "campaigns ";

    private static final Map<String, EngagementKind> KINDS = Map.of(
            "webinar", EngagementKind.WEBINAR,
            "conference", EngagementKind.EVENT,
            "trade show", EngagementKind.EVENT,
            "seminar", EngagementKind.EVENT,
            "seminar / conference", EngagementKind.EVENT,
            "event", EngagementKind.EVENT,
            "telemarketing", EngagementKind.CALL);

    private final Map<String, EngagementKind> kinds = new TreeMap<>();

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
        return SalesforceProfile.keptId(row);
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

    /** The campaigns whose type is known, by what a response to them was. */
    Map<String, List<String>> learned() {
        return kinds.entrySet().stream()
                .collect(Collectors.groupingBy(
                        campaign -> LEARNED + campaign.getValue().name(),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    }

    void recall(Map<String, List<String>> learned) {
        for (EngagementKind kind : KINDS.values()) {
            learned.getOrDefault(LEARNED + kind.name(), List.of()).forEach(id -> kinds.put(id, kind));
        }
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
