package io.caucus.graphmodel.vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Every node label the graph may contain, with the property that identifies a node of it. Keys are ours, never the
 * database's element ids.
 */
public enum NodeLabel {
    ACCOUNT(
            "Account",
            "accountId",
            Layer.FACT,
            "a company we sell to or might",
            Told.deletable(Told.of("name", "domain"))),
    PERSON(
            "Person",
            "personId",
            Layer.FACT,
            "a human, at any employer over time",
            Told.deletable(Told.of("name", "email"))),
    USER("User", "userId", Layer.FACT, "one of our own people", Told.of("name")),
    OPPORTUNITY(
            "Opportunity",
            "opportunityId",
            Layer.FACT,
            "one possible sale, with stages and a close",
            Told.deletable(Told.of("name", "pipeline", "accountVersion"))),
    STAGE_CHANGE(
            "StageChange",
            "stageChangeId",
            Layer.FACT,
            "an opportunity entered a stage",
            Told.at("stage", "outcome", "version")),
    FIELD_CHANGE(
            "FieldChange",
            "fieldChangeId",
            Layer.FACT,
            "a field of an account, person or opportunity took a value",
            Told.at("field", "value")),
    ENGAGEMENT(
            "Engagement",
            "engagementId",
            Layer.FACT,
            "one dated event with people and an actor side",
            Told.deletable(Told.at("kind", "side", "excluded", "version"))),
    SIGNAL_READING(
            "SignalReading",
            "signalReadingId",
            Layer.FACT,
            "what one version of an extractor found in the words of an engagement",
            Told.at("extractor", "extractorVersion", "signals", "details", "confidences", "version")),
    TICKET(
            "Ticket",
            "ticketId",
            Layer.FACT,
            "a support request",
            Told.deletable(Told.at("priority", "answeredAt", "answerKnownAt", "endedAt", "endKnownAt", "version"))),
    PRODUCT("Product", "productId", Layer.FACT, "something we sell, or a part of it that people use", Told.of("name")),
    TOPIC("Topic", "topicId", Layer.FACT, "what somebody may look for or talk about", Told.of("name")),
    CONTENT("Content", "contentId", Layer.FACT, "something to read, watch or visit", Told.of("name")),
    INVESTOR("Investor", "investorId", Layer.FACT, "who puts money into accounts", Told.of("name")),
    PARTNER("Partner", "partnerId", Layer.FACT, "a company that sells or delivers with us", Told.of("name")),
    SEGMENT("Segment", "segmentId", Layer.FACT, "accounts that we treat alike", Told.of("name")),
    TERRITORY(
            "Territory", "territoryId", Layer.FACT, "accounts that belong to one of our sales areas", Told.of("name")),
    TEAM("Team", "teamId", Layer.FACT, "some of our own people who work together", Told.of("name")),
    SOURCE_RECORD(
            "SourceRecord",
            "sourceRecordId",
            Layer.FACT,
            "one record of one source, in one version",
            List.of("source", "type", "nativeId", "contentHash", "file", "line", "knownAt")),
    IMPORT_BATCH(
            "ImportBatch",
            "importBatchId",
            Layer.AUDIT,
            "one run of an import; once finished, with how its files looked and what was expected of them",
            List.of(
                    "startedAt",
                    "checkpoint",
                    "source",
                    "finishedAt",
                    "columnFiles",
                    "columnNames",
                    "columnTypes",
                    "expectationFiles",
                    "expectationRecords",
                    "expectationColumns",
                    "expectationRules",
                    "expectationsJudged",
                    "expectationsFailed",
                    "expectationsMet",
                    "expectationLines")),
    STREAM_OFFSET(
            "StreamOffset",
            "streamOffsetId",
            Layer.AUDIT,
            "how far one partition of a stream has been told",
            List.of("topic", "partition", "next", "movedAt")),
    FEATURE_SNAPSHOT(
            "FeatureSnapshot",
            "featureSnapshotId",
            Layer.DERIVED,
            "one account's feature values as of an instant",
            List.of("asOf", "catalogueVersion")),
    SCORE(
            "Score",
            "scoreId",
            Layer.DERIVED,
            "one account's score as of an instant",
            List.of(
                    "asOf",
                    "modelVersion",
                    "catalogueVersion",
                    "probability",
                    "low",
                    "high",
                    "band",
                    "tier",
                    "baseLogOdds",
                    "contributionFeatures",
                    "contributionLogOdds",
                    "contributionPoints",
                    "calibrationPoints",
                    "noScoreReason",
                    "noScoreCure"));

    /** Properties of what sources told. */
    private static final class Told {

        /** Each attribute with the version of its newest telling, and the two clocks. */
        static List<String> of(String... attributes) {
            var properties = new ArrayList<String>();
            for (String attribute : attributes) {
                properties.add(attribute);
                if (!attribute.endsWith("Version")) {
                    properties.add(attribute + "Version");
                }
            }
            return at(properties.toArray(String[]::new));
        }

        /** The attributes and the two clocks. */
        static List<String> at(String... attributes) {
            var properties = new ArrayList<>(List.of(attributes));
            properties.addAll(List.of("occurredAt", "knownAt"));
            return List.copyOf(properties);
        }

        /** With the instants as of which it was deleted, restored, deleted again … in turn. */
        static List<String> deletable(List<String> properties) {
            var all = new ArrayList<>(properties);
            all.add("deletions");
            return List.copyOf(all);
        }
    }

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

    @SuppressWarnings("ImmutableEnumChecker") // a copied list is unmodifiable, which the checker cannot see
    private final List<String> properties;

    NodeLabel(String inCypher, String key, Layer layer, String meaning, List<String> properties) {
        this.properties = properties;
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

    /** The properties its nodes may have, beside the key. Snapshots have one more for each feature, under the feature's name. */
    public List<String> properties() {
        return properties;
    }

    /** Whether its nodes are things with a name that facts refer to, and nothing more. */
    public boolean isCatalogue() {
        return switch (this) {
            case PRODUCT, TOPIC, CONTENT, INVESTOR, PARTNER, SEGMENT, TERRITORY, TEAM -> true;
            case ACCOUNT,
                    PERSON,
                    USER,
                    OPPORTUNITY,
                    STAGE_CHANGE,
                    FIELD_CHANGE,
                    ENGAGEMENT,
                    SIGNAL_READING,
                    TICKET,
                    SOURCE_RECORD,
                    IMPORT_BATCH,
                    STREAM_OFFSET,
                    FEATURE_SNAPSHOT,
                    SCORE -> false;
        };
    }

    public static Optional<NodeLabel> findInCypher(String label) {
        return Arrays.stream(values())
                .filter(known -> known.inCypher.equals(label))
                .findFirst();
    }
}
