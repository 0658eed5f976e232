package io.caucus.api.cli;

import io.caucus.features.propagation.Influences.Mover;
import io.caucus.features.propagation.Influences.Pair;
import io.caucus.features.propagation.Settings;
import io.caucus.features.propagation.TriggerFit;
import io.caucus.features.propagation.TriggerJudgement;
import io.caucus.features.propagation.TriggerTrial;
import io.caucus.ingest.EventLogFile.Contents;
import io.caucus.scoring.table.CreditTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who moves whom in an event log, as scripts read it: everything, times in hours. */
final class PropagationDocument {

    private final PropagationResult result;

    private PropagationDocument(PropagationResult result) {
        this.result = result;
    }

    static Map<String, Object> of(Contents contents, PropagationResult result, double leastCredit) {
        var said = new PropagationDocument(result);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rows", rows(contents));
        document.put("reading", result.reading().name());
        document.put("settings", settings(result.settings()));
        document.put("strengths", said.strengths());
        document.put("people", result.named().log().people());
        document.put("activations", result.credits().responses());
        document.put("explicitCredit", result.influences().explicit());
        document.put("blindCredit", result.influences().blind());
        document.put("byThemselves", result.influences().unexplained());
        document.put(
                "movers", result.influences().movers().stream().map(said::mover).toList());
        document.put(
                "pairs", result.influences().pairs().stream().map(said::pair).toList());
        document.put(
                "credits",
                result.creditsAbove(leastCredit).stream()
                        .map(PropagationDocument::credit)
                        .toList());
        result.trial().ifPresent(trial -> document.put("trial", trial(trial)));
        return document;
    }

    private static Map<String, Object> rows(Contents contents) {
        Map<String, Object> rows = new LinkedHashMap<>();
        rows.put("read", contents.read());
        rows.put("accepted", contents.events().size());
        rows.put("rejected", contents.rejectedRows());
        rows.put("duplicate", contents.duplicate());
        Map<String, Object> reasons = new LinkedHashMap<>();
        contents.rejected().forEach((code, count) -> reasons.put(code.name(), count));
        rows.put("rejectedBecause", reasons);
        contents.rejects().ifPresent(file -> rows.put("rejects", file.toString()));
        rows.put("columnsNotRead", contents.columnsNotRead());
        contents.broken().ifPresent(reason -> rows.put("broken", reason));
        return rows;
    }

    private static Map<String, Object> settings(Settings settings) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("scaleHours", PropagationResult.hours(settings.kernel().scale()));
        document.put("exponent", settings.kernel().exponent());
        document.put("lookBackHours", hours(settings.lookBack()));
        document.put("silenceHours", hours(settings.silence()));
        document.put(
                "odds",
                List.of(
                        settings.odds().unnamed(),
                        settings.odds().addressed(),
                        settings.odds().answered()));
        document.put("priorWeight", settings.prior().weight());
        document.put("priorToward", settings.prior().toward().name());
        document.put("spontaneous", settings.spontaneous());
        return document;
    }

    private static Object hours(long ticks) {
        return ticks == Long.MAX_VALUE ? "never" : PropagationResult.hours((double) ticks);
    }

    private Map<String, Object> strengths() {
        var ending = result.strengths().convergence();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("learned", result.learned().name());
        document.put("iterations", ending.iterations());
        document.put("residual", ending.residual());
        document.put("converged", ending.converged());
        document.put("logPosterior", ending.logPosterior());
        return document;
    }

    private Map<String, Object> mover(Mover mover) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("person", result.named().person(mover.person()));
        document.put("direct", mover.direct());
        document.put("cascade", mover.cascade());
        document.put("lift", result.lift(mover));
        document.put("p", result.p(mover));
        return document;
    }

    private Map<String, Object> pair(Pair pair) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("from", result.named().person(pair.from()));
        document.put("to", result.named().person(pair.to()));
        document.put("strength", result.strengths().of(pair.from(), pair.to()));
        document.put("credit", pair.credit());
        document.put("explicit", pair.explicit());
        document.put("times", pair.responses());
        document.put("medianLagHours", PropagationResult.hours((double) pair.medianLag()));
        document.put("channel", pair.channel());
        return document;
    }

    private static Map<String, Object> credit(CreditTable.Row row) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("actor", row.actor());
        document.put("activated", row.activated());
        document.put("at", row.at().toString());
        document.put("credit", row.credit());
        document.put("lagHours", row.lagHours());
        document.put("channel", row.channel());
        document.put("explicit", row.isExplicit());
        document.put("actorLine", row.actorLine());
        document.put("activatedLine", row.activatedLine());
        return document;
    }

    private static Map<String, Object> trial(TriggerTrial trial) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("fittedOn", trial.fittedOn());
        document.put("blind", fit(trial.blind()));
        document.put("withNames", fit(trial.open()));
        Map<String, Object> judgements = new LinkedHashMap<>();
        trial.judgements().forEach((name, judgement) -> judgements.put(name, judgement(judgement)));
        document.put("judgements", judgements);
        return document;
    }

    private static Map<String, Object> fit(TriggerFit fit) {
        Map<String, Object> document = new LinkedHashMap<>(settings(fit.settings()));
        document.put("loss", fit.loss());
        document.put("rounds", fit.rounds());
        document.put("converged", fit.converged());
        return document;
    }

    /** A loss without end is left out: JSON has no such number. */
    private static Map<String, Object> judgement(TriggerJudgement judgement) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("cases", judgement.cases());
        document.put("covered", judgement.covered());
        document.put("hitAt1", judgement.hitRate());
        if (Double.isFinite(judgement.logLoss())) {
            document.put("logLoss", judgement.logLoss());
            document.put("logLikelihood", judgement.logLikelihood());
        }
        document.put("calibrationError", judgement.calibrationError());
        return document;
    }
}
