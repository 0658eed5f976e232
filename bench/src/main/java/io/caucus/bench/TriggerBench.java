package io.caucus.bench;

import io.caucus.features.propagation.EventLog;
import io.caucus.features.propagation.Kernel;
import io.caucus.features.propagation.Odds;
import io.caucus.features.propagation.Prior;
import io.caucus.features.propagation.Settings;
import io.caucus.features.propagation.SimpleRules;
import io.caucus.features.propagation.Strengths;
import io.caucus.features.propagation.TriggerFit;
import io.caucus.features.propagation.TriggerJudgement;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** TRUTH-2: who triggered a message, in a mail archive where that is known. */
@Command(
        name = "TRUTH-2",
        description = "Says who triggered messages of a mail archive in which that is known, beside simple rules.",
        mixinStandardHelpOptions = true)
final class TriggerBench implements Callable<Integer> {

    private static final double FIT_ON = 0.6;
    private static final long HOUR = Duration.ofHours(1).toSeconds();
    private static final long LOOK_BACK = Duration.ofDays(14).toSeconds();
    private static final List<Prior> PRIORS = List.of(
            new Prior(1.02, 0.5, Prior.Toward.MEAN),
            new Prior(1.02, 5, Prior.Toward.MEAN),
            new Prior(1.02, 20, Prior.Toward.MEAN),
            new Prior(1.02, 100, Prior.Toward.MEAN));

    /** Only what reached somebody can have moved them, and every message is a response. */
    private static final Settings START =
            Settings.of(new Kernel(HOUR, 1.3), new Odds(0, 1, 1), Prior.POOLED, LOOK_BACK, 0, true);

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Option(names = "--data", description = "Folder that holds the data sets (${DEFAULT-VALUE}).")
    private Path data = Path.of("..", "shared", "data");

    @Override
    public Integer call() {
        var mail = Mail.read(new TruthData(data, "enron", spec));
        var screen = spec.commandLine().getOut();
        var places = List.copyOf(mail.triggers().keySet());
        int cut = places.get((int) (places.size() * FIT_ON));
        var training = mail.triggers().headMap(cut);
        var test = mail.triggers().tailMap(cut);
        screen.printf(
                "TRUTH-2: %,d messages; fitted on %d triggers and all messages before the first of %d to test; %.1f people may have triggered one%n%n",
                mail.log().size(), training.size(), test.size(), candidates(mail.log(), test));
        var judgements = new LinkedHashMap<String, TriggerJudgement>();
        judgements.put(
                "latest correspondent",
                judge(mail.log(), test, (log, response) -> SimpleRules.latest(log, response, START)));
        judgements.put(
                "exponential, 4 h, ÷ recipients",
                judge(mail.log(), test, (log, response) -> SimpleRules.decayed(log, response, START, 4.0 * HOUR)));
        var alike = Strengths.alike(mail.log().people(), 1, 0);
        judgements.put("power law 1 h, 1.3, ÷ recipients", judge(mail.log(), test, shares(START, alike)));
        var blind = TriggerFit.of(mail.log(), START, alike, training, false);
        judgements.put("Caucus, blind, pairs alike", judge(mail.log(), test, shares(blind.settings(), alike)));
        var prior = prior(mail, training, blind.settings(), screen);
        var strengths = Strengths.learned(mail.before(cut), blind.settings().withPrior(prior));
        judgements.put("Caucus, blind, pairs learned", judge(mail.log(), test, shares(blind.settings(), strengths)));
        var open = TriggerFit.of(mail.log(), blind.settings().withOdds(new Odds(0, 1, 20)), alike, training, true);
        judgements.put("Caucus, addressees, pairs alike", judge(mail.log(), test, shares(open.settings(), alike)));
        judgements.put(
                "Caucus, addressees, pairs learned", judge(mail.log(), test, shares(open.settings(), strengths)));
        describe(screen, "blind", blind);
        describe(screen, "with addressees", open);
        describe(screen, strengths);
        print(screen, judgements);
        return 0;
    }

    /** The prior that does best on the last third of the triggers to fit on, with strengths from the messages before. */
    private static Prior prior(Mail mail, SortedMap<Integer, Integer> training, Settings settings, PrintWriter screen) {
        var places = List.copyOf(training.keySet());
        int cut = places.get(places.size() * 2 / 3);
        var losses = new TreeMap<Double, Prior>();
        for (Prior prior : PRIORS) {
            var strengths = Strengths.learned(mail.before(cut), settings.withPrior(prior));
            losses.put(TriggerFit.loss(mail.log(), settings, strengths, training.tailMap(cut)), prior);
        }
        losses.forEach((loss, prior) -> screen.printf(
                "prior worth %5.1f median exposures: log loss %.4f before the test%n", prior.weight(), loss));
        return losses.firstEntry().getValue();
    }

    private static BiFunction<EventLog, Integer, SortedMap<Integer, Double>> shares(
            Settings settings, Strengths strengths) {
        return (log, response) -> TriggerFit.shares(log, response, settings, strengths);
    }

    private static TriggerJudgement judge(
            EventLog log,
            SortedMap<Integer, Integer> triggers,
            BiFunction<EventLog, Integer, SortedMap<Integer, Double>> shares) {
        var judgement = new TriggerJudgement();
        triggers.forEach((response, truth) -> judgement.add(shares.apply(log, response), truth));
        return judgement;
    }

    private static double candidates(EventLog log, SortedMap<Integer, Integer> triggers) {
        return triggers.keySet().stream()
                .mapToInt(response -> SimpleRules.latest(log, response, START).size())
                .average()
                .orElse(0);
    }

    private static void describe(PrintWriter screen, String what, TriggerFit fit) {
        var settings = fit.settings();
        screen.printf(
                "fitted, %s: scale %.2f h, exponent %.2f, odds of being answered %.1f; %d rounds, %s%n",
                what,
                settings.kernel().scale() / HOUR,
                settings.kernel().exponent(),
                settings.odds().answered(),
                fit.rounds(),
                fit.converged() ? "converged" : "not converged");
    }

    private static void describe(PrintWriter screen, Strengths strengths) {
        var ending = strengths.convergence();
        screen.printf(
                "strengths: %d iterations, residual %.1e, %s%n%n",
                ending.iterations(), ending.residual(), ending.converged() ? "converged" : "not converged");
    }

    private static void print(PrintWriter screen, Map<String, TriggerJudgement> judgements) {
        screen.printf("%-36s %8s %10s %12s%n", "", "hit@1", "log loss", "calibration");
        judgements.forEach((name, judgement) -> screen.printf(
                "%-36s %8.3f %10s %12.3f%n",
                name,
                judgement.hitRate(),
                Double.isFinite(judgement.logLoss()) ? "%.3f".formatted(judgement.logLoss()) : "infinite",
                judgement.calibrationError()));
        judgements.forEach((name, judgement) -> {
            if (name.startsWith("Caucus")) {
                screen.printf("%n%s: shares given, and how often it was they%n", name);
                judgement
                        .calibration()
                        .forEach(bin -> screen.printf(
                                "  %.1f to %.1f %6d  given %.3f  found %.3f%n",
                                bin.from(), bin.to(), bin.count(), bin.given(), bin.found()));
            }
        });
        screen.flush();
    }
}
