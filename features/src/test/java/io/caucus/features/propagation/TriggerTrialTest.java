package io.caucus.features.propagation;

import static io.caucus.features.propagation.Logs.HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caucus.features.propagation.EventLog.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TriggerTrialTest {

    private static final Settings MAIL =
            Settings.of(new Kernel(HOUR, 1.3), new Odds(0, 1, 20), Prior.POOLED, 1000L * HOUR, 0, true);
    private static final int PEOPLE = 12;

    private final TreeMap<Integer, Integer> triggers = new TreeMap<>();

    /**
     * Each time three people write to one, who then answers one of them, drawn by the kernel (1 + lag / 5 h)^−2 ÷ recipients, to their
     * face in nine of ten cases.
     */
    private EventLog drawn(int rounds) {
        var random = new SplittableRandom(7);
        var truth = new Kernel(5 * HOUR, 2);
        var events = new ArrayList<Event>();
        for (int round = 0; round < rounds; round++) {
            long now = 2000L * HOUR * (round + 1);
            var actors = random.ints(0, PEOPLE).distinct().limit(4).toArray();
            var weights = new double[3];
            for (int i = 0; i < weights.length; i++) {
                long lag = random.nextLong(HOUR / 2, 60L * HOUR);
                var recipients = new TreeSet<Integer>(List.of(actors[3]));
                random.ints(random.nextInt(3), 0, PEOPLE).forEach(recipients::add);
                events.add(Event.of(now - lag, actors[i], recipients));
                weights[i] = truth.at((double) lag) / events.getLast().reach();
            }
            int trigger = draw(weights, random);
            var names = random.nextInt(10) > 0 ? actors[trigger] : actors[(trigger + 1) % 3];
            events.add(Event.of(now, actors[3], new TreeSet<>(List.of(names))));
            triggers.put(round, actors[trigger]);
        }
        var log = EventLog.of(PEOPLE, events);
        var responses = new ArrayList<Integer>();
        for (int place = 0; place < log.size(); place++) {
            if (log.events().get(place).at() % (2000L * HOUR) == 0) {
                responses.add(place);
            }
        }
        var byPlace = new TreeMap<Integer, Integer>();
        triggers.forEach((round, person) -> byPlace.put(responses.get(round), person));
        triggers.clear();
        triggers.putAll(byPlace);
        return log;
    }

    private static int draw(double[] weights, SplittableRandom random) {
        double left = random.nextDouble() * (weights[0] + weights[1] + weights[2]);
        int drawn = 0;
        while (drawn < 2 && left >= weights[drawn]) {
            left -= weights[drawn++];
        }
        return drawn;
    }

    @Test
    void whatIsFittedOnTheEarlierTriggersBeatsSimpleRulesOnTheLater() {
        var log = drawn(600);

        var trial = TriggerTrial.of(log, MAIL, triggers, 4.0 * HOUR, Strengths::learnedAlike);

        assertThat(trial.fittedOn()).isEqualTo(360);
        assertThat(trial.judgements().values())
                .allSatisfy(one -> assertThat(one.cases()).isEqualTo(240));
        assertThat(judgement(trial, "Caucus fitted, blind").logLoss())
                .isLessThan(judgement(trial, "Caucus as set, blind").logLoss())
                .isLessThan(judgement(trial, "decayed by half-life, ÷ reach").logLoss());
        assertThat(judgement(trial, "Caucus fitted").hitRate())
                .isGreaterThan(judgement(trial, "Caucus fitted, blind").hitRate())
                .isGreaterThan(judgement(trial, "latest").hitRate())
                .isGreaterThan(judgement(trial, "most frequent").hitRate());
        assertThat(trial.open().settings().odds().answered()).isBetween(10.0, 60.0);
        assertThat(trial.blind().settings().odds().answered()).isEqualTo(1);
    }

    private static TriggerJudgement judgement(TriggerTrial trial, String rule) {
        return Objects.requireNonNull(trial.judgements().get(rule), rule);
    }

    @Test
    void theSameLogComesToTheSameBits() {
        var log = drawn(100);

        var one = TriggerTrial.of(log, MAIL, triggers, 4.0 * HOUR, Strengths::learned);
        var other = TriggerTrial.of(log, MAIL, triggers, 4.0 * HOUR, Strengths::learned);

        assertThat(other.open()).isEqualTo(one.open());
        assertThat(judgement(other, "Caucus fitted, with strengths").logLoss())
                .isEqualTo(judgement(one, "Caucus fitted, with strengths").logLoss());
    }

    @Test
    void tooFewTriggersAreRefused() {
        var log = drawn(19);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TriggerTrial.of(log, MAIL, triggers, 4.0 * HOUR, Strengths::learned))
                .withMessage("19 triggers are known, must be at least 20 to fit on some and judge on others");
    }

    @Test
    void simpleRulesJudgeTheSameCandidates() {
        var log = Logs.of(
                4,
                new int[] {0, 0, 3},
                new int[] {HOUR, 0, 3},
                new int[] {2 * HOUR, 1, 2, 3},
                new int[] {3 * HOUR, 2, 0},
                new int[] {4 * HOUR, 3});

        assertThat(SimpleRules.mostFrequent(log, 4, MAIL)).isEqualTo(new TreeMap<>(Map.of(0, 1.0, 1, 0.0)));
        assertThat(SimpleRules.latest(log, 4, MAIL)).isEqualTo(new TreeMap<>(Map.of(0, 0.0, 1, 1.0)));
        assertThat(SimpleRules.decayed(log, 4, MAIL, HOUR))
                .isEqualTo(new TreeMap<>(Map.of(0, 0.1875 / 0.3125, 1, 0.125 / 0.3125)));
        assertThat(SimpleRules.latest(log, 0, MAIL)).isEmpty();
    }
}
