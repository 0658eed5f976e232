package io.caucus.graphmodel.vocabulary;

/** How high a person stands at an employer, highest first. UNKNOWN is neutral, never a penalty. */
public enum Seniority {
    OWNER,
    PARTNER,
    CXO,
    VP,
    DIRECTOR,
    MANAGER,
    SENIOR,
    ENTRY,
    TRAINING,
    UNPAID,
    UNKNOWN;

    public boolean isExecutive() {
        return compareTo(VP) <= 0;
    }
}
