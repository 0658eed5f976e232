package io.caucus.api.cli;

import io.caucus.scoring.registry.Change;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the former champion serve again, or nobody if there was none. Done twice, it goes back twice.",
            "Exit code 3 if there is no champion, or the former one's files are damaged."
        },
        footerHeading = "%nExample:%n",
        footer =
                "  ./caucus models rollback --target \"a lead buys\" --by bo --reason \"scores of partners collapsed\"")
final class ModelsRollbackCommand implements Callable<Integer> {

    @Option(
            names = "--target",
            paramLabel = "TEXT",
            description = "The target, or a part of its sentence. May be left out where there is one only.")
    private Optional<String> target = Optional.empty();

    @Mixin
    private ByOption by = new ByOption();

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; it is kept for good.")
    private String reason = "";

    @Mixin
    private ModelsFolder models = new ModelsFolder();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var entry = models.registry().rollback(target, by.user(), models.now(), reason);
        if (!(entry.change() instanceof Change.RolledBack back)) {
            throw new IllegalStateException("a rollback is told of as one");
        }
        if (output.isJson()) {
            output.json(ModelsDocument.of(entry));
            return ExitCode.DONE;
        }
        output.line("Rolled back from %s, by %s, line %d of the changelog."
                .formatted(back.from(), entry.by(), entry.number()));
        output.line("Champion of %s: %s"
                .formatted(back.target(), back.to().orElse("none, as before; rules go on serving")));
        return ExitCode.DONE;
    }
}
