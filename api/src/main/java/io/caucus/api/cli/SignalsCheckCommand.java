package io.caucus.api.cli;

import io.caucus.ingest.conversation.Stability;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Sends texts to a service twice and tells how many got the same signals both times.",
            "FILE holds one text a line; confidences and places in the text may differ."
        })
final class SignalsCheckCommand implements Callable<Integer> {

    private static final int MOST_TEXTS = 10_000;

    @Mixin
    private WordsGiven words = new WordsGiven();

    @Mixin
    private ExtractorChoice choice = new ExtractorChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var texts = words.text()
                .lines()
                .filter(line -> !line.isBlank())
                .map(words::conversation)
                .toList();
        if (texts.isEmpty() || texts.size() > MOST_TEXTS) {
            throw new BadInput("There are %d texts, must be 1 to %d: one a line.".formatted(texts.size(), MOST_TEXTS));
        }
        var extractor = choice.open();
        var stability = Stability.of(extractor, texts);
        if (output.isJson()) {
            output.json(Map.of(
                    "extractor", extractor.version().toString(),
                    "texts", stability.texts(),
                    "equal", stability.equal(),
                    "notRead", stability.notRead(),
                    "different", stability.different()));
        } else {
            output.line(String.format(
                    Locale.ROOT,
                    "%s: %d of %d texts got the same signals twice (%.1f %%).",
                    extractor.version(),
                    stability.equal(),
                    stability.texts(),
                    100.0 * stability.equal() / stability.texts()));
            printTheRest(stability);
        }
        return stability.notRead() == 0 ? ExitCode.DONE : ExitCode.ENVIRONMENT;
    }

    private void printTheRest(Stability stability) {
        if (!stability.different().isEmpty()) {
            output.line("Different: texts %s.".formatted(stability.different()));
        }
        if (stability.notRead() > 0) {
            output.line("Not read at least once: %d.".formatted(stability.notRead()));
        }
    }
}
