package io.caucus.features.propagation;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * What becomes of kernel and odds where it is known who triggered what: fitted on the earlier triggers, judged on the later ones beside
 * simple rules.
 *
 * <p><b>Definition.</b> Triggers are split in time, the first {@value #FIT_ON} of them to fit on. Pair strengths are learned from the
 * events before the first trigger of the others; they are not used to fit.
 *
 * @param blind fitted without regard to whom a response reaches
 * @param open fitted with regard to it
 * @param judgements of the later triggers, by rule
 */
public record TriggerTrial(
        TriggerFit blind, TriggerFit open, int fittedOn, SequencedMap<String, TriggerJudgement> judgements) {

    /** Fewer are too few to fit three numbers on. */
    public static final int FEWEST = 20;

    private static final double FIT_ON = 0.6;

    public TriggerTrial {
        judgements = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(judgements));
    }

    /**
     * @param triggers by the place of the response in the log, the person who triggered it; at least {@value #FEWEST}
     * @param halfLife of the rule that lets what was done fade, in ticks
     * @param learning strengths of a log
     */
    public static TriggerTrial of(
            EventLog log,
            Settings settings,
            SortedMap<Integer, Integer> triggers,
            double halfLife,
            BiFunction<EventLog, Settings, Strengths> learning) {
        long cut = cut(log, triggers);
        var training = select(triggers, place -> log.events().get(place).at() < cut);
        var test = select(triggers, place -> log.events().get(place).at() >= cut);
        var alike = Strengths.alike(log.people(), 1, 0);
        var unfitted = settings.withOdds(settings.odds().blind());
        var blind = TriggerFit.of(log, unfitted, alike, training, false);
        var open = TriggerFit.of(log, settings.withKernel(blind.settings().kernel()), alike, training, true);
        var strengths = learning.apply(before(log, cut), open.settings());

        var judgements = new LinkedHashMap<String, TriggerJudgement>();
        judgements.put("most frequent", judge(test, place -> SimpleRules.mostFrequent(log, place, unfitted)));
        judgements.put("latest", judge(test, place -> SimpleRules.latest(log, place, unfitted)));
        judgements.put(
                "decayed by half-life, ÷ reach",
                judge(test, place -> SimpleRules.decayed(log, place, unfitted, halfLife)));
        judgements.put("Caucus as set, blind", judge(test, shares(log, unfitted, alike)));
        judgements.put("Caucus fitted, blind", judge(test, shares(log, blind.settings(), alike)));
        judgements.put("Caucus as set", judge(test, shares(log, settings, alike)));
        judgements.put("Caucus fitted", judge(test, shares(log, open.settings(), alike)));
        judgements.put("Caucus fitted, with strengths", judge(test, shares(log, open.settings(), strengths)));
        return new TriggerTrial(blind, open, training.size(), judgements);
    }

    /** When the first of the later triggers was. */
    private static long cut(EventLog log, SortedMap<Integer, Integer> triggers) {
        if (triggers.size() < FEWEST) {
            throw new IllegalArgumentException(
                    "%d triggers are known, must be at least %d to fit on some and judge on others"
                            .formatted(triggers.size(), FEWEST));
        }
        var times = triggers.keySet().stream()
                .map(place -> log.events().get(place).at())
                .sorted(Comparator.naturalOrder())
                .toList();
        return times.get((int) (times.size() * FIT_ON));
    }

    private static SortedMap<Integer, Integer> select(SortedMap<Integer, Integer> triggers, IntPredicate wanted) {
        var selected = new TreeMap<>(triggers);
        selected.keySet().removeIf(place -> !wanted.test(place));
        return selected;
    }

    private static EventLog before(EventLog log, long cut) {
        return EventLog.of(
                log.people(),
                log.events().stream().filter(event -> event.at() < cut).toList());
    }

    private static IntFunction<SortedMap<Integer, Double>> shares(
            EventLog log, Settings settings, Strengths strengths) {
        return place -> TriggerFit.shares(log, place, settings, strengths);
    }

    private static TriggerJudgement judge(
            SortedMap<Integer, Integer> triggers, IntFunction<SortedMap<Integer, Double>> rule) {
        var judgement = new TriggerJudgement();
        triggers.forEach((response, truth) -> judgement.add(rule.apply(response), truth));
        return judgement;
    }
}
