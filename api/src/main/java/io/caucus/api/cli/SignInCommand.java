package io.caucus.api.cli;

import io.caucus.api.security.SignIn;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "signin", description = "Prints a link that signs one browser in, once, within ten minutes.")
final class SignInCommand implements Callable<Integer> {

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var folder = data.path();
        var serving = Serving.in(folder)
                .orElseThrow(() -> new EnvironmentProblem(
                        "Nothing serves %s. Start it with: caucus serve (or caucus demo)".formatted(folder)));
        var link = ServiceRun.signInLink(serving.url(), SignIn.open(folder, Clock.systemUTC()));
        if (output.isJson()) {
            output.json(Map.of("signIn", link));
        } else {
            output.line(link);
        }
        return ExitCode.DONE;
    }
}
