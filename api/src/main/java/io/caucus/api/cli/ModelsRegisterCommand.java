package io.caucus.api.cli;

import io.caucus.scoring.learn.ModelFolder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "register",
        mixinStandardHelpOptions = true,
        description = {
            "Takes in a model that train wrote, with the report and the predictions beside it. It is the challenger of"
                    + " its target from then on, and has a model card.",
            "Exit code 3 if a file is damaged, foreign or of another training, or the model is registered already."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./caucus models register --model trained/model-0123456789abcdef --by ana")
final class ModelsRegisterCommand implements Callable<Integer> {

    @Option(
            names = "--model",
            paramLabel = "DIR",
            required = true,
            description = "The model's folder, model-HASH, where train wrote it.")
    private Path model = Path.of("model");

    @Mixin
    private ByOption by = new ByOption();

    @Mixin
    private ModelsFolder models = new ModelsFolder();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var entry = models.registry().register(model, by.user(), models.now());
        var snapshot = models.read(output);
        var version = snapshot.get(ModelFolder.name(model));
        if (output.isJson()) {
            output.json(ModelsDocument.of(version, snapshot));
            return ExitCode.DONE;
        }
        output.line(
                "Registered %s by %s, line %d of the changelog.".formatted(version.name(), entry.by(), entry.number()));
        output.line("Challenger of: %s".formatted(version.registered().target()));
        output.line("Model card in %s".formatted(version.card()));
        output.line("Next, by somebody else: ./caucus models promote %s --by NAME".formatted(version.name()));
        return ExitCode.DONE;
    }
}
