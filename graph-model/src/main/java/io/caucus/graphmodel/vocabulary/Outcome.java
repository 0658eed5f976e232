package io.caucus.graphmodel.vocabulary;

/** How an opportunity stands: still open, or how it ended. */
public enum Outcome {
    OPEN,
    WON,
    LOST
}
