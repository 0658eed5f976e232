package io.caucus.api.cli;

import io.caucus.scoring.registry.Change;
import io.caucus.scoring.registry.LogEntry;
import io.caucus.scoring.registry.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description = {
            "Shows all that was decided about models, oldest first, after verifying that no line was changed.",
            "Lines cut off at the end leave no trace in the file itself: note the last hash elsewhere, and ask for it"
                    + " later with --holds.",
            "Exit code 3 if a line was changed, or no line has that hash."
        })
final class ModelsLogCommand implements Callable<Integer> {

    private static final int SHOWN_DIGITS = 16;

    @Option(
            names = "--holds",
            paramLabel = "HASH",
            description = "The hash of a line, or its first 16 digits, that must be in the changelog.")
    private Optional<String> holds = Optional.empty();

    @Mixin
    private ModelsFolder models = new ModelsFolder();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var snapshot = models.read(output);
        holds.ifPresent(hash -> check(snapshot, hash));
        if (output.isJson()) {
            output.json(Map.of(
                    "entries",
                    snapshot.entries().stream().map(ModelsDocument::of).toList(),
                    "remarks",
                    snapshot.remarks()));
        } else {
            lines(snapshot).forEach(output::line);
        }
        return ExitCode.DONE;
    }

    private static void check(Snapshot snapshot, String hash) {
        if (hash.length() < SHOWN_DIGITS
                || snapshot.entries().stream().noneMatch(entry -> entry.hash().startsWith(hash))) {
            throw new BadInput(
                    "no line of the changelog has the hash '%s' (16 digits or more); if it once had, lines were taken away: restore it from a backup"
                            .formatted(hash));
        }
    }

    private static List<String> lines(Snapshot snapshot) {
        if (snapshot.entries().isEmpty()) {
            return List.of(
                    "Nothing has happened yet. Next: ./caucus models register --model trained/model-HASH --by NAME");
        }
        var lines = new ArrayList<String>();
        for (LogEntry entry : snapshot.entries()) {
            lines.add("%3d  %s  %s %s"
                    .formatted(
                            entry.number(),
                            entry.at(),
                            entry.by(),
                            entry.change().sentence()));
            if (entry.change() instanceof Change.Promoted promoted) {
                promoted.gate().forEach(condition -> lines.add("   " + ModelsPromoteCommand.text(condition)));
            }
        }
        lines.add("Last hash: %s".formatted(snapshot.entries().getLast().hash().substring(0, SHOWN_DIGITS)));
        return lines;
    }
}
