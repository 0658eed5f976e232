package io.caucus.cypher;

import java.util.List;
import java.util.Optional;

/** The statements that write facts, in the order in which they run: things first, then who took part in them. */
@SuppressWarnings("ImmutableEnumChecker") // statements and copied lists are unmodifiable, which the checker cannot see
enum FactStatement {
    ACCOUNT("write/account", "key"),
    PERSON("write/person", "key"),
    USER("write/user", "key"),
    OPPORTUNITY("write/opportunity", "key"),
    OPPORTUNITY_ACCOUNT("write/opportunity-account", Optional.of("accountId"), "opportunityId"),
    STAGE_CHANGE("write/stage-change", "key"),
    ACCOUNT_FIELD_CHANGE("write/account-field-change", "key"),
    PERSON_FIELD_CHANGE("write/person-field-change", "key"),
    OPPORTUNITY_FIELD_CHANGE("write/opportunity-field-change", "key"),
    ACCOUNT_OWNER("write/account-owner", "accountId", "userId", "occurredAt"),
    OPPORTUNITY_OWNER("write/opportunity-owner", "opportunityId", "userId", "occurredAt"),
    ENGAGEMENT("write/engagement", Optional.of("accountId"), "key"),
    SIGNAL_READING("write/signal-reading", "key"),
    TICKET("write/ticket", "key"),
    TICKET_ACCOUNT("write/ticket-account", "ticketId", "accountId", "version"),
    RAISED("write/raised", "ticketId", "personId", "version"),
    EMPLOYMENT("write/employment", "accountId", "personId", "key"),
    ROLE("write/role", "opportunityId", "personId", "key"),
    SUBSIDIARY("write/subsidiary", "subsidiaryId", "parentId", "occurredAt"),
    THING("write/thing", "label", "key"),
    LINK("write/link", "type", "fromLabel", "fromKey", "toLabel", "toKey", "key"),
    TOMBSTONE("write/tombstone", "label", "key");

    private final NamedStatement statement;
    private final Optional<String> sharedNode;
    private final List<String> identity;

    FactStatement(String name, String... identity) {
        this(name, Optional.empty(), identity);
    }

    FactStatement(String name, Optional<String> sharedNode, String... identity) {
        this.statement = NamedStatement.load(name);
        this.sharedNode = sharedNode;
        this.identity = List.of(identity);
    }

    NamedStatement statement() {
        return statement;
    }

    /** The columns that say which node or relationship a row is about, those that many rows share first. */
    List<String> identity() {
        return identity;
    }

    /** The column, outside of the identity, with a node that many rows link to: rows are sorted by it first. */
    Optional<String> sharedNode() {
        return sharedNode;
    }
}
