package io.caucus.cypher;

import java.util.List;

/** The statements that write facts, in the order in which they run: things first, then who took part in them. */
@SuppressWarnings("ImmutableEnumChecker") // statements and copied lists are unmodifiable, which the checker cannot see
enum FactStatement {
    ACCOUNT("write/account", "key"),
    PERSON("write/person", "key"),
    USER("write/user", "key"),
    OPPORTUNITY("write/opportunity", "key"),
    STAGE_CHANGE("write/stage-change", "key"),
    ACCOUNT_FIELD_CHANGE("write/account-field-change", "key"),
    OPPORTUNITY_FIELD_CHANGE("write/opportunity-field-change", "key"),
    ACCOUNT_OWNER("write/account-owner", "accountId", "userId", "occurredAt"),
    OPPORTUNITY_OWNER("write/opportunity-owner", "opportunityId", "userId", "occurredAt"),
    ENGAGEMENT("write/engagement", "key"),
    PERFORMED("write/performed", "engagementId", "personId", "version"),
    ADDRESSED_TO("write/addressed-to", "engagementId", "personId", "version"),
    TOOK_PART("write/took-part", "engagementId", "userId", "version"),
    SIGNAL_READING("write/signal-reading", "key"),
    TICKET("write/ticket", "key"),
    TICKET_ACCOUNT("write/ticket-account", "ticketId", "accountId", "version"),
    RAISED("write/raised", "ticketId", "personId", "version"),
    EMPLOYMENT("write/employment", "personId", "accountId", "key"),
    ROLE("write/role", "personId", "opportunityId", "key"),
    SUBSIDIARY("write/subsidiary", "subsidiaryId", "parentId", "occurredAt");

    private final NamedStatement statement;
    private final List<String> identity;

    FactStatement(String name, String... identity) {
        this.statement = NamedStatement.load(name);
        this.identity = List.of(identity);
    }

    NamedStatement statement() {
        return statement;
    }

    /** The columns that say which node or relationship a row is about. */
    List<String> identity() {
        return identity;
    }
}
