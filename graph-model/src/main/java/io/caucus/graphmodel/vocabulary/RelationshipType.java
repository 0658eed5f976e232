package io.caucus.graphmodel.vocabulary;

/** Every relationship type the graph may contain; the name is the one used in Cypher. */
public enum RelationshipType {
    WORKS_AT("Person → Account", "an employment, with title and dates"),
    SUBSIDIARY_OF("Account → Account", "the first belongs to the second"),
    FOR_ACCOUNT("Opportunity → Account", "the account the opportunity would be sold to"),
    HAS_ROLE("Person → Opportunity", "a committee role, with source, confidence and dates"),
    CHANGED("Account | Person | Opportunity → StageChange | FieldChange", "a dated change of an attribute"),
    PERFORMED("Person → Engagement", "the person acted, on the buyer's side"),
    ADDRESSED_TO("Engagement → Person", "the action reached the person: recipient, invitee, copied"),
    TOOK_PART("User → Engagement", "one of our people acted or was there"),
    ABOUT("Engagement | Ticket → Account", "the account an event belongs to"),
    RAISED("Person → Ticket", "the person asked for support"),
    OWNS("User → Account | Opportunity", "one of ours looks after it"),
    INFLUENCED("Person → Person", "the first one's action explains the second one's activation, with credit"),
    RECORDED_IN(
            "any fact → SourceRecord",
            "lineage: the record a fact was read from, and what it told of a name or an address"),
    PART_OF("SourceRecord → ImportBatch", "the import that brought the record"),
    SCORED("Score → Account", "the account the score is about"),
    COMPUTED_FROM("Score → FeatureSnapshot", "the feature values the score was computed from"),
    EXPLAINED_BY("Score → any fact", "a fact cited as evidence for the score");

    private final String ends;
    private final String meaning;

    RelationshipType(String ends, String meaning) {
        this.ends = ends;
        this.meaning = meaning;
    }

    /** Which labels it links, in words. */
    public String ends() {
        return ends;
    }

    public String meaning() {
        return meaning;
    }
}
