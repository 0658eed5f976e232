package io.caucus.scoring.learn;

/** The table, the schema or a model folder cannot be used. The message names the thing, the value, the rule and the next step. */
public final class LearningRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LearningRefused(String message) {
        super(message);
    }

    LearningRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
