package io.caucus.api.cli;

import io.caucus.api.security.Tokens;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "token", description = "Prints a bearer token for the API, good for twelve hours.")
final class TokenCommand implements Callable<Integer> {

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var token = Tokens.open(data.path(), Clock.systemUTC()).issue(Tokens.SESSION);
        if (output.isJson()) {
            output.json(Map.of("token", token));
        } else {
            output.line(token);
        }
        return ExitCode.DONE;
    }
}
