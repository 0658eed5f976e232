package io.caucus.api.cli;

import io.caucus.scoring.registry.RegistryRefused;
import io.caucus.scoring.registry.Snapshot;
import io.caucus.scoring.registry.Standing;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "Lists targets with their champion and challenger, and every version with its figures. Files are verified.",
            "Exit code 3 if one of them is not the one that was registered."
        })
final class ModelsListCommand implements Callable<Integer> {

    @Mixin
    private ModelsFolder models = new ModelsFolder();

    @Mixin
    private Output output = new Output();

    private final List<String> damaged = new ArrayList<>();

    @Override
    public Integer call() {
        var snapshot = models.read(output);
        if (output.isJson()) {
            output.json(ModelsDocument.of(snapshot, damaged));
        } else {
            lines(snapshot).forEach(output::line);
        }
        return damaged.isEmpty() ? ExitCode.DONE : ExitCode.BAD_INPUT;
    }

    private List<String> lines(Snapshot snapshot) {
        if (snapshot.standings().isEmpty()) {
            return List.of(
                    "No model is registered yet. Next: ./caucus models register --model trained/model-HASH --by NAME");
        }
        var lines = new ArrayList<String>();
        for (Standing standing : snapshot.standings()) {
            lines.add(standing.target().toString());
            lines.add("  champion    %s".formatted(standing.champion().orElse("none: rules go on serving")));
            lines.add("  challenger  %s".formatted(standing.challenger().orElse("none")));
            lines.add("  %-22s  %-20s  %-20s  %-22s %s"
                    .formatted("version", "registered", "by", "average precision", "log loss"));
            snapshot.versions().stream()
                    .filter(name -> snapshot.isOf(name, standing.target()))
                    .forEach(name -> lines.add("  " + line(snapshot, name)));
        }
        return lines;
    }

    private String line(Snapshot snapshot, String name) {
        try {
            var version = snapshot.get(name);
            var figures = version.evaluation().model();
            return "%-22s  %-20s  %-20s  %-22s %.4f"
                    .formatted(
                            name,
                            version.entry().at().truncatedTo(ChronoUnit.SECONDS),
                            version.entry().by(),
                            ModelsText.interval(figures.averagePrecision()),
                            figures.logLoss());
        } catch (RegistryRefused refused) {
            damaged.add(name);
            return "%-22s  DAMAGED: %s".formatted(name, refused.getMessage());
        }
    }
}
