package io.caucus.scoring.explanation;

/** A change cannot be supposed of the account. The message names the change, what stands against it and the next step. */
public final class Impossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Impossible(String message) {
        super(message);
    }
}
