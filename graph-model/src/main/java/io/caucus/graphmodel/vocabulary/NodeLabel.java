package io.caucus.graphmodel.vocabulary;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every node label the graph may contain, with the property that identifies a node of it. Keys are ours, never the
 * database's element ids.
 */
public enum NodeLabel {
    ACCOUNT("Account", "accountId", Layer.FACT, "a company we sell to or might"),
    PERSON("Person", "personId", Layer.FACT, "a human, at any employer over time"),
    USER("User", "userId", Layer.FACT, "one of our own people"),
    OPPORTUNITY("Opportunity", "opportunityId", Layer.FACT, "one possible sale, with stages and a close"),
    STAGE_CHANGE("StageChange", "stageChangeId", Layer.FACT, "an opportunity entered a stage"),
    FIELD_CHANGE(
            "FieldChange", "fieldChangeId", Layer.FACT, "a field of an account, person or opportunity took a value"),
    ENGAGEMENT("Engagement", "engagementId", Layer.FACT, "one dated event with people and an actor side"),
    TICKET("Ticket", "ticketId", Layer.FACT, "a support request"),
    SOURCE_RECORD("SourceRecord", "sourceRecordId", Layer.FACT, "one record of one source, in one version"),
    IMPORT_BATCH("ImportBatch", "importBatchId", Layer.AUDIT, "one run of an import"),
    STREAM_OFFSET("StreamOffset", "streamOffsetId", Layer.AUDIT, "how far one partition of a stream has been told"),
    WRITE_TURN("WriteTurn", "writeTurnId", Layer.AUDIT, "what whoever writes facts holds while it is his turn"),
    FEATURE_SNAPSHOT(
            "FeatureSnapshot", "featureSnapshotId", Layer.DERIVED, "one account's feature values as of an instant"),
    SCORE("Score", "scoreId", Layer.DERIVED, "one account's score as of an instant");

    /** Where a node's content comes from: told by a source, worked out by us, or kept about the work itself. */
    public enum Layer {
        FACT,
        DERIVED,
        AUDIT
    }

    private final String inCypher;
    private final String key;
    private final Layer layer;
    private final String meaning;

    NodeLabel(String inCypher, String key, Layer layer, String meaning) {
        this.inCypher = inCypher;
        this.key = key;
        this.layer = layer;
        this.meaning = meaning;
    }

    public String inCypher() {
        return inCypher;
    }

    public String key() {
        return key;
    }

    public Layer layer() {
        return layer;
    }

    public String meaning() {
        return meaning;
    }

    public static Optional<NodeLabel> findInCypher(String label) {
        return Arrays.stream(values())
                .filter(known -> known.inCypher.equals(label))
                .findFirst();
    }
}
