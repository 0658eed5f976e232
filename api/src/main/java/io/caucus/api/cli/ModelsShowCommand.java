package io.caucus.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "Shows where a version comes from, how well it does and what was decided about it, after verifying its"
                        + " files.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./caucus models show champion", "  ./caucus models show 0123"})
final class ModelsShowCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "VERSION",
            description = "champion, challenger, model-HASH, or the first digits of its hash, at least four.")
    private String version = "";

    @Mixin
    private ModelsFolder models = new ModelsFolder();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var snapshot = models.read(output);
        var found = snapshot.get(snapshot.resolve(version));
        models.registry().refreshCard(snapshot, found);
        if (output.isJson()) {
            output.json(ModelsDocument.of(found, snapshot));
        } else {
            ModelsText.lines(found, snapshot).forEach(output::line);
        }
        return ExitCode.DONE;
    }
}
