package io.caucus.api.cli;

/** How a command ended, for scripts. The list is part of {@code --help}. */
final class ExitCode {

    static final int DONE = 0;
    /** Something of ours went wrong. */
    static final int FAILED = 1;
    /** The command line cannot be understood; picocli's own. */
    static final int USAGE = 2;
    /** What the command was given cannot be used: no such file, column, account, instant. */
    static final int BAD_INPUT = 3;
    /** Something around us is missing: database, free port, disk, JDK. */
    static final int ENVIRONMENT = 4;
    /** Ctrl-C; the shells' own number for it. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
