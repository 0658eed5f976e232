package io.caucus.graphmodel.quality;

import io.caucus.graphmodel.vocabulary.NodeLabel;

/**
 * What is counted. The numbers in the meanings are {@link QualityRules#DEFAULT}.
 *
 * <p>Records count one by one, also those that were found to be the same person or company.
 */
public enum QualityMeasure {
    BATCHED_MOVES(
            "batched-moves",
            NodeLabel.STAGE_CHANGE,
            "Stages moved in weekly batches",
            "moves of an owner who makes at least half of 10 or more in one hour of one weekday (UTC), on 2 days or more, as if the"
                    + " week were entered at its end; only moves told with a time of day can be judged"),
    UNTIMED_MOVES(
            "untimed-moves",
            NodeLabel.STAGE_CHANGE,
            "Stages moved, told by the day only",
            "moves told at midnight UTC, so by their day only: they cannot be held against the hour of anything else"),
    MOVES_WITHOUT_ACTIVITY(
            "moves-without-activity",
            NodeLabel.STAGE_CHANGE,
            "Stages moved with nobody active",
            "moves at least 7 days old without any activity at the account from 7 days before to 7 days after"),
    CLOSES_WITHOUT_ACTIVITY(
            "closes-without-activity",
            NodeLabel.STAGE_CHANGE,
            "Closed with nobody active",
            "wins and losses at least 7 days old without any activity at the account from 7 days before to 7 days after"),
    STALE_OPPORTUNITIES(
            "stale-opportunities",
            NodeLabel.OPPORTUNITY,
            "Open, and nothing happens",
            "open opportunities that were created, moved and changed, and whose account was active, more than 30 days ago"),
    OVERDUE_OPPORTUNITIES(
            "overdue-opportunities",
            NodeLabel.OPPORTUNITY,
            "Open, and should be closed",
            "open opportunities whose expected close date lies before the day"),
    ACCOUNTS_WITHOUT_DOMAIN(
            "accounts-without-domain",
            NodeLabel.ACCOUNT,
            "Accounts without domain",
            "accounts of whose domain nothing was told, or that it was taken away"),
    PEOPLE_WITHOUT_EMAIL(
            "people-without-email",
            NodeLabel.PERSON,
            "People without e-mail",
            "people of whose address nothing was told, or that it was taken away"),
    MISSING_ACCOUNT_FIELDS(
            "missing-account-fields",
            NodeLabel.ACCOUNT,
            "Fields missing of accounts",
            "accounts of which a field was not told, or was taken away: one measurement for each field"),
    MISSING_PERSON_FIELDS(
            "missing-person-fields",
            NodeLabel.PERSON,
            "Fields missing of people",
            "people of whom a field was not told, or was taken away; of employer, title, function and seniority, no present job says"
                    + " it: one measurement for each field"),
    MISSING_OPPORTUNITY_FIELDS(
            "missing-opportunity-fields",
            NodeLabel.OPPORTUNITY,
            "Fields missing of opportunities",
            "opportunities of which a field was not told, or was taken away: one measurement for each field");

    private final String id;
    private final NodeLabel counted;
    private final String title;
    private final String meaning;

    QualityMeasure(String id, NodeLabel counted, String title, String meaning) {
        this.id = id;
        this.counted = counted;
        this.title = title;
        this.meaning = meaning;
    }

    /** Stable; also the name of the statement that recomputes it. */
    public String id() {
        return id;
    }

    /** What its examples are. */
    public NodeLabel counted() {
        return counted;
    }

    public String title() {
        return title;
    }

    /** Which records are the part, exact enough to count them by hand. */
    public String meaning() {
        return meaning;
    }

    /** Whether it counts, field by field, what was not captured. */
    public boolean isAboutMissingFields() {
        return switch (this) {
            case MISSING_ACCOUNT_FIELDS, MISSING_PERSON_FIELDS, MISSING_OPPORTUNITY_FIELDS -> true;
            case BATCHED_MOVES,
                    UNTIMED_MOVES,
                    MOVES_WITHOUT_ACTIVITY,
                    CLOSES_WITHOUT_ACTIVITY,
                    STALE_OPPORTUNITIES,
                    OVERDUE_OPPORTUNITIES,
                    ACCOUNTS_WITHOUT_DOMAIN,
                    PEOPLE_WITHOUT_EMAIL -> false;
        };
    }
}
