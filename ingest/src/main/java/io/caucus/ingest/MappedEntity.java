package io.caucus.ingest;

import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Exclusion;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Outcome;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a mapping can make of a row, and the attributes that has. */
enum MappedEntity {
    ACCOUNT(
            true,
            required(MappedEntity.NAME, Kind.TEXT),
            optional("domain", Kind.TEXT),
            optional("industry", Kind.TEXT),
            optional("headcount", Kind.WHOLE),
            optional(MappedEntity.OWNER, Kind.USER),
            optional(MappedEntity.FOREIGN_ID, Kind.FOREIGN),
            optional(MappedEntity.CHANGED, Kind.TIME)),
    PERSON(
            true,
            required(MappedEntity.NAME, Kind.TEXT),
            optional("email", Kind.TEXT),
            optional(MappedEntity.FOREIGN_ID, Kind.FOREIGN),
            optional(MappedEntity.CHANGED, Kind.TIME)),
    EMPLOYMENT(
            true,
            required(MappedEntity.PERSON_ATTRIBUTE, Kind.PERSON),
            required(MappedEntity.ACCOUNT_ATTRIBUTE, Kind.ACCOUNT),
            optional("title", Kind.TEXT),
            words("function", false, JobFunction.values()),
            words("seniority", false, Seniority.values()),
            optional(MappedEntity.ENDED, Kind.TIME)),
    OPPORTUNITY(
            true,
            required(MappedEntity.NAME, Kind.TEXT),
            required(MappedEntity.ACCOUNT_ATTRIBUTE, Kind.ACCOUNT),
            optional("pipeline", Kind.TEXT),
            optional(MappedEntity.STAGE, Kind.TEXT),
            words(MappedEntity.OUTCOME, false, Outcome.values()),
            optional("amount", Kind.DECIMAL),
            optional(MappedEntity.CLOSE_DATE, Kind.DATE),
            optional(MappedEntity.OWNER, Kind.USER),
            optional(MappedEntity.CHANGED, Kind.TIME)),
    STAGE_CHANGE(
            true,
            required(MappedEntity.OPPORTUNITY_ATTRIBUTE, Kind.OPPORTUNITY),
            required(MappedEntity.STAGE, Kind.TEXT),
            words(MappedEntity.OUTCOME, true, Outcome.values())),
    FIELD_CHANGE(
            true,
            optional(MappedEntity.ACCOUNT_ATTRIBUTE, Kind.ACCOUNT),
            optional(MappedEntity.OPPORTUNITY_ATTRIBUTE, Kind.OPPORTUNITY),
            words(MappedEntity.FIELD, true, ChangeField.values()),
            required("value", Kind.TEXT)),
    ROLE(
            true,
            required(MappedEntity.PERSON_ATTRIBUTE, Kind.PERSON),
            required(MappedEntity.OPPORTUNITY_ATTRIBUTE, Kind.OPPORTUNITY),
            required(MappedEntity.ROLE_ATTRIBUTE, Kind.TEXT),
            optional(MappedEntity.ENDED, Kind.TIME)),
    ENGAGEMENT(
            true,
            optional(MappedEntity.ACCOUNT_ATTRIBUTE, Kind.ACCOUNT),
            optional(MappedEntity.PERSON_ATTRIBUTE, Kind.PERSON),
            words("kind", true, EngagementKind.values()),
            words("side", true, ActorSide.values()),
            words("excluded", false, Exclusion.values()),
            optional(MappedEntity.OWNER, Kind.USER)),
    TICKET(
            true,
            optional(MappedEntity.ACCOUNT_ATTRIBUTE, Kind.ACCOUNT),
            optional(MappedEntity.PERSON_ATTRIBUTE, Kind.PERSON),
            optional("priority", Kind.TEXT),
            optional("answered", Kind.TIME),
            optional("closed", Kind.TIME),
            optional(MappedEntity.OWNER, Kind.USER)),
    USER(false, required(MappedEntity.NAME, Kind.TEXT)),
    SUBSIDIARY(
            true, required(MappedEntity.ACCOUNT_ATTRIBUTE, Kind.ACCOUNT), required(MappedEntity.PARENT, Kind.ACCOUNT)),
    INVESTMENT(
            true,
            required(AccountLinks.INVESTMENT.attribute(), Kind.TEXT),
            required(MappedEntity.ACCOUNT_ATTRIBUTE, Kind.ACCOUNT),
            optional(MappedEntity.ENDED, Kind.TIME)),
    PARTNERSHIP(
            true,
            required(AccountLinks.PARTNERSHIP.attribute(), Kind.TEXT),
            required(MappedEntity.ACCOUNT_ATTRIBUTE, Kind.ACCOUNT),
            optional(MappedEntity.ENDED, Kind.TIME)),
    REFERRAL(
            true,
            optional(AccountLinks.PARTNERSHIP.attribute(), Kind.TEXT),
            optional(MappedEntity.PERSON_ATTRIBUTE, Kind.PERSON),
            optional(MappedEntity.BY_ACCOUNT, Kind.ACCOUNT),
            optional(MappedEntity.ACCOUNT_ATTRIBUTE, Kind.ACCOUNT),
            optional(MappedEntity.OPPORTUNITY_ATTRIBUTE, Kind.OPPORTUNITY)),
    SEGMENT(
            true,
            required(AccountLinks.SEGMENT.attribute(), Kind.TEXT),
            required(MappedEntity.ACCOUNT_ATTRIBUTE, Kind.ACCOUNT),
            optional(MappedEntity.ENDED, Kind.TIME)),
    TERRITORY(
            true,
            required(AccountLinks.TERRITORY.attribute(), Kind.TEXT),
            required(MappedEntity.ACCOUNT_ATTRIBUTE, Kind.ACCOUNT),
            optional(MappedEntity.ENDED, Kind.TIME)),
    SEATS(
            true,
            required(AccountLinks.SEATS.attribute(), Kind.TEXT),
            required(MappedEntity.ACCOUNT_ATTRIBUTE, Kind.ACCOUNT),
            optional(MappedEntity.BOUGHT, Kind.WHOLE),
            optional(MappedEntity.ACTIVE, Kind.WHOLE)),
    DELETION(true, words(MappedEntity.OF, true, Deletable.values())),
    RESTORATION(true, words(MappedEntity.OF, true, Deletable.values()));

    static final String NAME = "name";
    static final String ACCOUNT_ATTRIBUTE = "account";
    static final String PERSON_ATTRIBUTE = "person";
    static final String OPPORTUNITY_ATTRIBUTE = "opportunity";
    static final String ROLE_ATTRIBUTE = "role";
    static final String PARENT = "parent";
    static final String BY_ACCOUNT = "by-account";
    static final String BOUGHT = "bought";
    static final String ACTIVE = "active";
    static final String OWNER = "owner";
    static final String STAGE = "stage";
    static final String OUTCOME = "outcome";
    static final String FIELD = "field";
    static final String CLOSE_DATE = "close-date";
    static final String FOREIGN_ID = "foreign-id";
    static final String CHANGED = "changed";
    static final String ENDED = "ended";
    static final String OF = "of";
    static final String AT = "at";
    static final String KNOWN = "known";

    /** What a source may delete. */
    enum Deletable {
        ACCOUNT,
        PERSON,
        OPPORTUNITY,
        ENGAGEMENT,
        TICKET
    }

    /** What an attribute is made from. */
    enum Kind {
        TEXT,
        WHOLE,
        DECIMAL,
        /** A day or time that is a value, and may lie ahead. */
        DATE,
        /** One of a closed list. */
        WORD,
        ACCOUNT,
        PERSON,
        OPPORTUNITY,
        USER,
        /** A key in another system, or several. */
        FOREIGN,
        /** When something happened. */
        TIME
    }

    /** @param words what it may be, of a closed list; else empty */
    record Attribute(String name, Kind kind, boolean required, List<String> words) {}

    @SuppressWarnings("ImmutableEnumChecker") // made by Stream.toList
    private final List<Attribute> attributes;

    MappedEntity(boolean dated, Attribute... attributes) {
        this.attributes = Stream.concat(
                        Stream.of(attributes),
                        Stream.of(new Attribute(AT, Kind.TIME, dated, List.of()), optional(KNOWN, Kind.TIME)))
                .toList();
    }

    private static Attribute required(String name, Kind kind) {
        return new Attribute(name, kind, true, List.of());
    }

    private static Attribute optional(String name, Kind kind) {
        return new Attribute(name, kind, false, List.of());
    }

    private static Attribute words(String name, boolean required, Enum<?>... constants) {
        return new Attribute(
                name,
                Kind.WORD,
                required,
                Arrays.stream(constants).map(MappedEntity::word).toList());
    }

    /** A constant as mappings write it: {@code closed-won}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Upper or lower case, and what joins words, do not matter: {@code Pricing Visit} is {@code pricing-visit}. */
    static String word(String written) {
        return written.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "-");
    }

    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word(word).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static List<String> words() {
        return Arrays.stream(values()).map(MappedEntity::word).toList();
    }

    static Optional<MappedEntity> find(String word) {
        return Arrays.stream(values())
                .filter(entity -> word(entity).equals(word(word)))
                .findFirst();
    }

    String inWords() {
        return word(this).replace('-', ' ');
    }

    List<Attribute> attributes() {
        return attributes;
    }

    /** Whether its id may be that of somebody. */
    boolean isPerson() {
        return switch (this) {
            case PERSON, USER, DELETION, RESTORATION -> true;
            case ACCOUNT,
                    EMPLOYMENT,
                    OPPORTUNITY,
                    STAGE_CHANGE,
                    FIELD_CHANGE,
                    ROLE,
                    ENGAGEMENT,
                    TICKET,
                    SUBSIDIARY,
                    INVESTMENT,
                    PARTNERSHIP,
                    REFERRAL,
                    SEGMENT,
                    TERRITORY,
                    SEATS -> false;
        };
    }
}
