package io.caucus.api.cli;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Mixed into commands that print data: for people, or as one JSON document for scripts. */
final class Output {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Option(names = "--json", description = "Print one JSON document and nothing else.")
    private boolean json;

    boolean isJson() {
        return json;
    }

    void line(String text) {
        command.commandLine().getOut().println(text);
        command.commandLine().getOut().flush();
    }

    /** Progress and remarks: never part of what a script reads. */
    void remark(String text) {
        command.commandLine().getErr().println(text);
        command.commandLine().getErr().flush();
    }

    /** @param document maps, lists, strings, numbers and booleans */
    void json(Object document) {
        try {
            line(JsonMapper.createDefault().writeValueAsString(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
