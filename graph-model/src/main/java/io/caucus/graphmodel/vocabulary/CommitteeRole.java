package io.caucus.graphmodel.vocabulary;

/** The thirteen committee roles. A person may hold several, per opportunity. */
public enum CommitteeRole {
    ECONOMIC_BUYER,
    DECISION_MAKER,
    EXECUTIVE_SPONSOR,
    CHAMPION,
    COACH,
    TECHNICAL_EVALUATOR,
    INFLUENCER,
    END_USER,
    PROCUREMENT,
    LEGAL_SECURITY,
    GATEKEEPER,
    BLOCKER,
    UNKNOWN
}
