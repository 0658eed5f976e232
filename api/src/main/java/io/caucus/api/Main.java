package io.caucus.api;

import io.caucus.api.cli.CaucusCommand;

/** Where the program starts. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(CaucusCommand.run(arguments));
    }
}
