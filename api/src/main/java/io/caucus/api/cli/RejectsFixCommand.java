package io.caucus.api.cli;

import io.caucus.ingest.KeptReject;
import io.caucus.ingest.Rejects;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "fix",
        mixinStandardHelpOptions = true,
        description = {
            "Corrects rows of a rejects file; the graph learns of it by `caucus rejects replay`. What came stays in the file.",
            "One value:    fix FILE --line 17 --column Email --value ana@example.com",
            "Many alike:   fix FILE --column \"Deal Stage\" --is Won --value \"Closed Won\"",
            "A whole row:  fix FILE --line 17 --row \"P-1,Ana,...\""
        })
final class RejectsFixCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Option(names = "--line", split = ",", paramLabel = "N", description = "Rows that start on these lines.")
    private List<Long> lines = List.of();

    @Option(
            names = "--file",
            paramLabel = "NAME",
            description = "Rows of this file only, when rows of several start on the line.")
    private Optional<String> file = Optional.empty();

    @Option(names = "--column", paramLabel = "NAME", description = "The column to change.")
    private Optional<String> column = Optional.empty();

    @Option(names = "--is", paramLabel = "OLD", description = "Only rows that have just this in the column.")
    private Optional<String> old = Optional.empty();

    @Option(names = "--value", paramLabel = "NEW", description = "What the column should have; \"\" for nothing.")
    private Optional<String> value = Optional.empty();

    @Option(names = "--row", paramLabel = "CSV", description = "The whole row, in the order of the file's header.")
    private Optional<String> row = Optional.empty();

    @Mixin
    private RejectsChoice choice = new RejectsChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        refuseIfUnclear();
        var rejects = choice.read();
        var meant = rejects.open().stream()
                .filter(reject -> isMeant(rejects, reject))
                .toList();
        refuseIfNotTheRightOnes(rejects, meant);
        var at = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
        corrected(rejects, at).save();
        if (output.isJson()) {
            output.json(Map.of("rejects", rejects.file().toString(), "corrected", meant.size()));
        } else {
            output.line("Corrected %,d in %s".formatted(meant.size(), rejects.file()));
            output.line("Next: ./caucus rejects replay " + rejects.file());
        }
        return ExitCode.DONE;
    }

    private Rejects corrected(Rejects rejects, Instant at) {
        return row.map(text -> rejects.withRow(reject -> isMeant(rejects, reject), text, at))
                .orElseGet(() -> rejects.withValue(
                        reject -> isMeant(rejects, reject), column.orElseThrow(), value.orElseThrow(), at));
    }

    private void refuseIfUnclear() {
        boolean oneValue = column.isPresent() && value.isPresent() && row.isEmpty();
        boolean wholeRow = row.isPresent() && column.isEmpty() && value.isEmpty() && old.isEmpty() && lines.size() == 1;
        if (!oneValue && !wholeRow) {
            throw new ParameterException(
                    command.commandLine(), "Give --column and --value, or one --line and its whole --row.");
        }
        if (lines.isEmpty() && old.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(), "Say which rows: --line N, or --is OLD for all that have it in the column.");
        }
    }

    private boolean isMeant(Rejects rejects, KeptReject reject) {
        return (lines.isEmpty() || lines.contains(reject.line()))
                && file.map(reject.file()::equals).orElse(true)
                && (old.isEmpty() || rejects.value(reject, column.orElseThrow()).equals(old));
    }

    private void refuseIfNotTheRightOnes(Rejects rejects, List<KeptReject> meant) {
        if (meant.isEmpty()) {
            throw new BadInput(
                    "No open row of '%s' is meant by that. See which there are: ./caucus rejects list --all %s"
                            .formatted(rejects.file(), rejects.file()));
        }
        var files = meant.stream().map(KeptReject::file).distinct().toList();
        if (!lines.isEmpty() && files.size() > 1) {
            throw new BadInput("Line %s is rejected in %s. Say which file is meant with --file NAME."
                    .formatted(lines, String.join(" and ", files)));
        }
    }
}
