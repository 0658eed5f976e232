package io.caucus.api.cli;

import io.caucus.scoring.registry.Change;
import io.caucus.scoring.registry.Condition;
import io.caucus.scoring.registry.Promotion;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "promote",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a version the champion of its target, if it passes the gate: usable signal, no leaks, a fair newest"
                    + " window, not worse than the champion beyond noise, calibrated.",
            "Who registered it cannot be who promotes it.",
            "Exit code 3 if a condition failed or could not be judged and no reason is given."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./caucus models promote challenger --by bo",
            "  ./caucus models promote 0123 --by bo --despite \"the champion's data are from before the new pricing\""
        })
final class ModelsPromoteCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "VERSION",
            description = "challenger, model-HASH, or the first digits of its hash, at least four.")
    private String version = "";

    @Mixin
    private ByOption by = new ByOption();

    @Option(
            names = "--despite",
            paramLabel = "REASON",
            description = "Promote although the gate is not open, and why; it is kept for good.")
    private Optional<String> despite = Optional.empty();

    @Mixin
    private ModelsFolder models = new ModelsFolder();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var promotion = models.registry().promote(version, by.user(), models.now(), despite);
        if (output.isJson()) {
            output.json(ModelsDocument.of(promotion));
        } else {
            print(promotion);
        }
        return promotion.entry().isPresent() ? ExitCode.DONE : ExitCode.BAD_INPUT;
    }

    private void print(Promotion promotion) {
        output.line("%s, for: %s".formatted(promotion.version(), promotion.target()));
        promotion.gate().forEach(condition -> output.line(text(condition)));
        promotion
                .entry()
                .ifPresentOrElse(
                        entry -> {
                            output.line("Promoted: it is the champion, by %s, line %d of the changelog."
                                    .formatted(entry.by(), entry.number()));
                            if (despite.isPresent() && isOpen(entry.change())) {
                                output.line("The gate was open: the reason was not needed and is not kept.");
                            }
                            output.line("Back again: ./caucus models rollback --by NAME --reason TEXT");
                        },
                        () -> output.line(
                                "Not promoted: not everything was shown. Train a better one, or say why it should"
                                        + " serve all the same with --despite REASON."));
    }

    private static boolean isOpen(Change change) {
        return change instanceof Change.Promoted promoted && promoted.despite().isEmpty();
    }

    static String text(Condition condition) {
        return "  %-19s  %-18s  %s".formatted(condition.outcome().words(), condition.name(), condition.finding());
    }
}
