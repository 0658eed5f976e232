package io.caucus.api.cli;

/** What the user gave cannot be used. The message names the thing, the value, the rule and the next step. */
final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadInput(String message) {
        super(message);
    }
}
