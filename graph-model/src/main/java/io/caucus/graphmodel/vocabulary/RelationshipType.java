package io.caucus.graphmodel.vocabulary;

import static io.caucus.graphmodel.vocabulary.NodeLabel.ACCOUNT;
import static io.caucus.graphmodel.vocabulary.NodeLabel.CONTENT;
import static io.caucus.graphmodel.vocabulary.NodeLabel.ENGAGEMENT;
import static io.caucus.graphmodel.vocabulary.NodeLabel.FEATURE_SNAPSHOT;
import static io.caucus.graphmodel.vocabulary.NodeLabel.FIELD_CHANGE;
import static io.caucus.graphmodel.vocabulary.NodeLabel.IMPORT_BATCH;
import static io.caucus.graphmodel.vocabulary.NodeLabel.INVESTOR;
import static io.caucus.graphmodel.vocabulary.NodeLabel.OPPORTUNITY;
import static io.caucus.graphmodel.vocabulary.NodeLabel.PARTNER;
import static io.caucus.graphmodel.vocabulary.NodeLabel.PERSON;
import static io.caucus.graphmodel.vocabulary.NodeLabel.PRODUCT;
import static io.caucus.graphmodel.vocabulary.NodeLabel.SCORE;
import static io.caucus.graphmodel.vocabulary.NodeLabel.SEGMENT;
import static io.caucus.graphmodel.vocabulary.NodeLabel.SIGNAL_READING;
import static io.caucus.graphmodel.vocabulary.NodeLabel.SOURCE_RECORD;
import static io.caucus.graphmodel.vocabulary.NodeLabel.STAGE_CHANGE;
import static io.caucus.graphmodel.vocabulary.NodeLabel.TEAM;
import static io.caucus.graphmodel.vocabulary.NodeLabel.TERRITORY;
import static io.caucus.graphmodel.vocabulary.NodeLabel.TICKET;
import static io.caucus.graphmodel.vocabulary.NodeLabel.TOPIC;
import static io.caucus.graphmodel.vocabulary.NodeLabel.USER;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every relationship type the graph may contain; the name is the one used in Cypher. */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists are unmodifiable, which the checker cannot see
public enum RelationshipType {
    WORKS_AT(
            EnumSet.of(PERSON),
            EnumSet.of(ACCOUNT),
            "an employment, with title and dates",
            Dated.that("title", "function", "seniority")),
    SUBSIDIARY_OF(
            EnumSet.of(ACCOUNT),
            EnumSet.of(ACCOUNT),
            "the first belongs to the second",
            List.of("occurredAt", "knownAt", "sourceRecordId", "version")),
    FOR_ACCOUNT(EnumSet.of(OPPORTUNITY), EnumSet.of(ACCOUNT), "the account the opportunity would be sold to"),
    HAS_ROLE(
            EnumSet.of(PERSON),
            EnumSet.of(OPPORTUNITY),
            "a committee role, with source, confidence and dates",
            Dated.that("role", "source", "confidence")),
    CHANGED(
            EnumSet.of(ACCOUNT, PERSON, OPPORTUNITY),
            EnumSet.of(STAGE_CHANGE, FIELD_CHANGE),
            "a dated change of an attribute"),
    PERFORMED(EnumSet.of(PERSON), EnumSet.of(ENGAGEMENT), "the person acted, on the buyer's side"),
    ADDRESSED_TO(
            EnumSet.of(ENGAGEMENT), EnumSet.of(PERSON), "the action reached the person: recipient, invitee, copied"),
    TOOK_PART(EnumSet.of(USER), EnumSet.of(ENGAGEMENT), "one of our people acted or was there"),
    READ_AS(EnumSet.of(ENGAGEMENT), EnumSet.of(SIGNAL_READING), "what an extractor found in the words that were said"),
    ABOUT(EnumSet.of(ENGAGEMENT, TICKET), EnumSet.of(ACCOUNT), "the account an event belongs to"),
    RAISED(EnumSet.of(PERSON), EnumSet.of(TICKET), "the person asked for support"),
    OWNS(
            EnumSet.of(USER),
            EnumSet.of(ACCOUNT, OPPORTUNITY),
            "one of ours looks after it",
            List.of("occurredAt", "knownAt", "sourceRecordId", "version")),
    INVESTED_IN(EnumSet.of(INVESTOR), EnumSet.of(ACCOUNT), "holds a share of the account", Dated.that()),
    PARTNER_OF(EnumSet.of(PARTNER), EnumSet.of(ACCOUNT), "works with the account", Dated.that()),
    REFERRED(
            EnumSet.of(PERSON, ACCOUNT, PARTNER),
            EnumSet.of(ACCOUNT, OPPORTUNITY),
            "brought us to the account, or the sale to us",
            Dated.that()),
    IN_TERRITORY(EnumSet.of(ACCOUNT), EnumSet.of(TERRITORY), "the sales area the account belongs to", Dated.that()),
    IN_SEGMENT(EnumSet.of(ACCOUNT), EnumSet.of(SEGMENT), "the segment the account belongs to", Dated.that()),
    MEMBER_OF(EnumSet.of(USER), EnumSet.of(TEAM), "one of ours works in the team", Dated.that()),
    USES(
            EnumSet.of(ACCOUNT),
            EnumSet.of(PRODUCT),
            "a licence, with its seats as counted at an instant",
            Dated.that("seatsBought", "seatsActive")),
    INTENT(
            EnumSet.of(ACCOUNT),
            EnumSet.of(TOPIC),
            "somebody who watches the account elsewhere says that it looks for the topic",
            Dated.that("strength")),
    CONCERNS(
            EnumSet.of(ENGAGEMENT),
            EnumSet.of(PRODUCT, TOPIC, CONTENT),
            "the product used, the content read, the topic shown in the engagement",
            Dated.that()),
    FORWARDED(
            EnumSet.of(PERSON),
            EnumSet.of(PERSON),
            "the first passed something on to the second, in an engagement",
            Dated.that("engagementId")),
    INTRODUCED(
            EnumSet.of(PERSON),
            EnumSet.of(PERSON),
            "the first made the second known to us, in an engagement",
            Dated.that("engagementId")),
    INFLUENCED(
            EnumSet.of(PERSON),
            EnumSet.of(PERSON),
            "the first one's action has credit for the second one's activation; derived, as of the newest instant computed",
            List.of("credit", "lagHours", "channel", "at", "engagementId", "activationId", "accountId", "asOf")),
    SAME_AS(
            EnumSet.of(ACCOUNT, PERSON),
            EnumSet.of(ACCOUNT, PERSON),
            "two records are one person or one account, as somebody decided; from the smaller key to the larger",
            List.of(
                    "key",
                    "rule",
                    "evidence",
                    "confidence",
                    "decidedBy",
                    "reason",
                    "occurredAt",
                    "knownAt",
                    "endedAt",
                    "endKnownAt",
                    "endKey",
                    "endDecidedBy",
                    "endReason")),
    RECORDED_IN(
            factLabels(),
            EnumSet.of(SOURCE_RECORD),
            "lineage: the record a fact was read from, and what it told of a name or an address",
            List.of("occurredAt", "knownAt", "version", "name", "domain", "email", "pipeline", "accountId")),
    DELETED_IN(
            EnumSet.of(ACCOUNT, PERSON, OPPORTUNITY, ENGAGEMENT, TICKET),
            EnumSet.of(SOURCE_RECORD),
            "the record that says it was deleted or, lifted, restored",
            List.of("lifted", "occurredAt", "knownAt", "version")),
    PART_OF(
            EnumSet.of(SOURCE_RECORD),
            EnumSet.of(IMPORT_BATCH),
            "the import that brought the record",
            List.of("ingestedAt")),
    SCORED(EnumSet.of(SCORE), EnumSet.of(ACCOUNT), "the account the score is about"),
    COMPUTED_FROM(EnumSet.of(SCORE), EnumSet.of(FEATURE_SNAPSHOT), "the feature values the score was computed from"),
    DESCRIBES(EnumSet.of(FEATURE_SNAPSHOT), EnumSet.of(ACCOUNT), "the account the feature values are about"),
    EXPLAINED_BY(EnumSet.of(SCORE), factLabels(), "a fact cited as evidence for the score");

    /** Properties of what begins, is told by one record or several, and may end. */
    private static final class Dated {

        static List<String> that(String... attributes) {
            var properties = new ArrayList<>(List.of("key"));
            properties.addAll(List.of(attributes));
            properties.addAll(List.of("occurredAt", "knownAt", "endedAt", "endKnownAt", "sourceRecordId", "version"));
            return List.copyOf(properties);
        }
    }

    private final Set<NodeLabel> from;
    private final Set<NodeLabel> to;
    private final String meaning;
    private final List<String> properties;

    RelationshipType(EnumSet<NodeLabel> from, EnumSet<NodeLabel> to, String meaning) {
        this(from, to, meaning, List.of());
    }

    RelationshipType(EnumSet<NodeLabel> from, EnumSet<NodeLabel> to, String meaning, List<String> properties) {
        this.from = Collections.unmodifiableSet(from);
        this.to = Collections.unmodifiableSet(to);
        this.meaning = meaning;
        this.properties = properties;
    }

    public Set<NodeLabel> from() {
        return from;
    }

    public Set<NodeLabel> to() {
        return to;
    }

    /** Which labels it links, in words. */
    public String ends() {
        return "%s → %s".formatted(inWords(from), inWords(to));
    }

    public String meaning() {
        return meaning;
    }

    /** The properties it may have. */
    public List<String> properties() {
        return properties;
    }

    /** The labels of all facts but the records they are read from. */
    public static Set<NodeLabel> anyFact() {
        return Collections.unmodifiableSet(factLabels());
    }

    private static EnumSet<NodeLabel> factLabels() {
        var facts = EnumSet.allOf(NodeLabel.class);
        facts.removeIf(label -> label.layer() != NodeLabel.Layer.FACT || label == SOURCE_RECORD);
        return facts;
    }

    private static String inWords(Set<NodeLabel> labels) {
        return labels.equals(factLabels())
                ? "any fact"
                : labels.stream().map(NodeLabel::inCypher).collect(Collectors.joining(" or "));
    }
}
