package io.caucus.api.cli;

import io.caucus.features.champion.LogReading;
import io.caucus.features.propagation.Influences.Mover;
import io.caucus.features.propagation.Influences.Pair;
import io.caucus.features.propagation.Strengths.Convergence;
import io.caucus.features.propagation.TriggerFit;
import io.caucus.features.propagation.TriggerJudgement;
import io.caucus.features.propagation.TriggerTrial;
import io.caucus.ingest.EventLogFile.Contents;
import io.caucus.ingest.LoggedEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who moves whom in an event log, as a newcomer reads it. */
final class PropagationText {

    private static final int WIDEST_NAME = 40;

    private final PropagationResult result;
    private final int top;

    private PropagationText(PropagationResult result, int top) {
        this.result = result;
        this.top = top;
    }

    /** @param top how many people and pairs */
    static List<String> lines(Path file, Contents contents, PropagationResult result, int top) {
        var text = new PropagationText(result, top);
        return Stream.of(
                        rows(file, contents),
                        text.log(contents.events()),
                        text.credit(),
                        result.trial().map(text::trial).orElse(List.of()),
                        text.movers(),
                        text.pairs())
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> rows(Path file, Contents contents) {
        var lines = new ArrayList<String>();
        lines.add("%s: read %,d = accepted %,d + rejected %,d + duplicate %,d"
                .formatted(
                        file,
                        contents.read(),
                        contents.events().size(),
                        contents.rejectedRows(),
                        contents.duplicate()));
        contents.rejects()
                .ifPresent(kept -> lines.add("Rejected: %s; kept in %s"
                        .formatted(
                                contents.rejected().entrySet().stream()
                                        .map(entry -> "%,d %s".formatted(entry.getValue(), entry.getKey()))
                                        .collect(Collectors.joining(", ")),
                                kept)));
        if (!contents.columnsNotRead().isEmpty()) {
            lines.add("Columns not read: " + String.join(", ", contents.columnsNotRead()));
        }
        contents.broken().ifPresent(lines::add);
        return lines;
    }

    private List<String> log(List<LoggedEvent> events) {
        var times = events.stream().map(LoggedEvent::at).toList();
        Instant first = Collections.min(times);
        Instant last = Collections.max(times);
        var settings = result.settings();
        return List.of(
                "",
                "%,d people, %s to %s; read as %s: %s"
                        .formatted(
                                result.named().log().people(),
                                first,
                                last,
                                result.reading(),
                                meaning(result.reading())),
                "Kernel (1 + lag / %s)^-%.2f over %s, odds %s; a first event asks for a cause%s"
                        .formatted(
                                span(settings.kernel().scale()),
                                settings.kernel().exponent(),
                                span(settings.lookBack()),
                                "%.3g unnamed, %.3g named, %.3g answered"
                                        .formatted(
                                                settings.odds().unnamed(),
                                                settings.odds().addressed(),
                                                settings.odds().answered()),
                                silence(settings.silence())),
                "Strengths: " + strengths(result.strengths().convergence()));
    }

    private static String meaning(LogReading reading) {
        return switch (reading) {
            case ACCOUNT -> "any colleague may move any other";
            case MAIL -> "only what reached somebody can have moved them";
            case CASCADES -> "things that spread, each taken up once";
        };
    }

    private static String silence(long silence) {
        return silence == 0
                ? ", and so does every other"
                : silence == Long.MAX_VALUE ? "" : ", and one after %s of silence".formatted(span(silence));
    }

    private String strengths(Convergence ending) {
        return switch (result.learned()) {
            case NONE -> "the same for all pairs, as in the features; nothing is learned";
            case ALIKE -> "one for all pairs, learned; " + ending(ending);
            case PAIRS -> "learned pair by pair; " + ending(ending);
        };
    }

    private static String ending(Convergence ending) {
        return "%s after %,d iterations, residual %.1e, log posterior %.2f up to a constant"
                .formatted(
                        ending.converged() ? "converged" : "NOT converged",
                        ending.iterations(),
                        ending.residual(),
                        ending.logPosterior());
    }

    private List<String> credit() {
        var influences = result.influences();
        int activations = result.credits().responses();
        return List.of(
                "",
                "%,d activations: %s explicit (one of the two events names the other person), %s blind (nothing but time speaks), %s by themselves"
                        .formatted(
                                activations,
                                share(influences.explicit(), activations),
                                share(influences.blind(), activations),
                                share(influences.unexplained(), activations)));
    }

    private static String share(double credit, int of) {
        return "%.1f (%.0f %%)".formatted(credit, 100 * credit / of);
    }

    private List<String> trial(TriggerTrial trial) {
        var judged = trial.judgements().firstEntry().getValue();
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("Who triggered whom: fitted on the first %,d known triggers, judged on the %,d later ones"
                .formatted(trial.fittedOn(), judged.cases()));
        lines.add(
                "  whoever it was is a candidate in %,d of them; the others are misses, and without part in the losses"
                        .formatted(judged.covered()));
        lines.add("  " + fit("blind", trial.blind()));
        lines.add("  " + fit("with names", trial.open()));
        lines.add("  %-32s %6s %9s %15s %12s".formatted("", "hit@1", "log loss", "log likelihood", "calibration"));
        trial.judgements().forEach((name, judgement) -> lines.add(judgement(name, judgement)));
        return lines;
    }

    private static String fit(String how, TriggerFit fit) {
        return "%s: scale %s, exponent %.2f, odds %.3g named, %.3g answered; loss %.4f, %s after %d rounds"
                .formatted(
                        how,
                        span(fit.settings().kernel().scale()),
                        fit.settings().kernel().exponent(),
                        fit.settings().odds().addressed(),
                        fit.settings().odds().answered(),
                        fit.loss(),
                        fit.converged() ? "converged" : "NOT converged",
                        fit.rounds());
    }

    private static String judgement(String name, TriggerJudgement judgement) {
        boolean isFinite = Double.isFinite(judgement.logLoss());
        return "  %-32s %6.3f %9s %15s %12.3f"
                .formatted(
                        name,
                        judgement.hitRate(),
                        isFinite ? "%.3f".formatted(judgement.logLoss()) : "infinite",
                        isFinite ? "%.1f".formatted(judgement.logLikelihood()) : "-infinite",
                        judgement.calibrationError());
    }

    private List<String> movers() {
        var movers = result.influences().movers();
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("%-40s %8s %8s %7s %7s".formatted("Who moves others", "direct", "cascade", "lift", "p"));
        movers.stream().limit(top).map(this::mover).forEach(lines::add);
        lines.add(more(movers.size()));
        return lines;
    }

    private String mover(Mover mover) {
        return "%-40s %8.2f %8.2f %7.2f %7.3f"
                .formatted(
                        name(mover.person(), WIDEST_NAME),
                        mover.direct(),
                        mover.cascade(),
                        result.lift(mover),
                        result.p(mover));
    }

    private List<String> pairs() {
        var pairs = result.influences().pairs();
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("%-40s %8s %8s %11s %8s  %s"
                .formatted("Who moves whom", "credit", "times", "median lag", "explicit", "channel"));
        pairs.stream().limit(top).map(this::pair).forEach(lines::add);
        lines.add(more(pairs.size()));
        return lines;
    }

    private String pair(Pair pair) {
        int each = WIDEST_NAME / 2 - 2;
        return "%-40s %8.2f %8d %11s %7.0f%%  %s"
                .formatted(
                        "%s > %s".formatted(name(pair.from(), each), name(pair.to(), each)),
                        pair.credit(),
                        pair.responses(),
                        span(pair.medianLag()),
                        100 * pair.explicit() / pair.credit(),
                        pair.channel().isEmpty() ? "-" : pair.channel());
    }

    private String more(int all) {
        return all > top ? "and %,d more; --top shows them".formatted(all - top) : "%,d in all".formatted(all);
    }

    private String name(int person, int widest) {
        var name = result.named().person(person);
        return name.length() <= widest ? name : name.substring(0, widest - 1) + "…";
    }

    private static String span(long ticks) {
        return ticks == Long.MAX_VALUE ? "all time" : span((double) ticks);
    }

    /** In the unit in which it is at least one, of the largest there is. */
    private static String span(double ticks) {
        double hours = PropagationResult.hours(ticks);
        if (hours >= 48) {
            return String.format(Locale.ROOT, "%.1f d", hours / 24);
        }
        return hours >= 1
                ? String.format(Locale.ROOT, "%.1f h", hours)
                : hours * 60 >= 1
                        ? String.format(Locale.ROOT, "%.1f min", hours * 60)
                        : String.format(Locale.ROOT, "%.2f s", hours * 3600);
    }
}
