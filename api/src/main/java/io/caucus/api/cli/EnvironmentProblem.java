package io.caucus.api.cli;

/** Something around us is missing or in the way. The message says what, and what to do next. */
final class EnvironmentProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EnvironmentProblem(String message) {
        super(message);
    }
}
