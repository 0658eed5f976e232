package io.caucus.features.champion;

import io.caucus.features.propagation.EventLog;
import io.caucus.features.propagation.EventLog.Event;
import io.caucus.features.propagation.Kernel;
import io.caucus.features.propagation.Odds;
import io.caucus.features.propagation.Prior;
import io.caucus.features.propagation.Settings;
import io.caucus.features.propagation.Strengths;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What kind of log it is, and so how it is read. Ticks are microseconds. */
public enum LogReading {
    /**
     * People of one company, as the features of the family read an account: somebody's first action, or the first after weeks of
     * silence, asks for a cause, and any colleague's may be one.
     */
    ACCOUNT(LearnedStrengths.NONE),
    /** Messages: each asks for a cause, and only what reached its author may be one. */
    MAIL(LearnedStrengths.PAIRS),
    /** Things that spread: somebody takes a thing up once, and but for the first of each somebody else moved them. */
    CASCADES(LearnedStrengths.PAIRS);

    private static final ChampionParameters ACCOUNTS = ChampionParameters.DEFAULT;
    private static final double MOSTLY = 0.5;

    private final LearnedStrengths strengths;

    /** What is learned of pair strengths before credit is given. */
    public enum LearnedStrengths {
        /** Nothing: those of the features, the same for all pairs. */
        NONE,
        /** One strength for all pairs, and everybody's base rate. */
        ALIKE,
        /** A strength for each pair. */
        PAIRS;

        public Strengths of(EventLog log, Settings settings) {
            return switch (this) {
                case NONE ->
                    Strengths.alike(
                            log.people(), ACCOUNTS.pairStrength(), settings.spontaneous() ? ACCOUNTS.baseRate() : 0);
                case ALIKE -> Strengths.learnedAlike(log, settings);
                case PAIRS -> Strengths.learned(log, settings);
            };
        }

        /** What to judge chance by: strengths learned pair by pair from an order of events would favour that very order. */
        public LearnedStrengths forChance() {
            return this == PAIRS ? ALIKE : this;
        }
    }

    LogReading(LearnedStrengths strengths) {
        this.strengths = strengths;
    }

    /** Mail if most events name somebody; else cascades if there are several, else an account. */
    public static LogReading of(EventLog log) {
        long naming = log.events().stream()
                .filter(event -> !event.reached().isEmpty())
                .count();
        if (naming > MOSTLY * log.size()) {
            return MAIL;
        }
        return log.events().stream().mapToInt(Event::cascade).distinct().count() > 1 ? CASCADES : ACCOUNT;
    }

    public LearnedStrengths strengths() {
        return strengths;
    }

    /** The settings to begin with. Cascades have a pace of their own: their kernel's scale is the median step to the next event. */
    public Settings settings(EventLog log) {
        var kernel = new Kernel(ticks(ACCOUNTS.kernelScale()), ACCOUNTS.kernelExponent());
        return switch (this) {
            case ACCOUNT ->
                Settings.of(
                        kernel,
                        Odds.either(ACCOUNTS.explicitOdds()),
                        Prior.POOLED,
                        ticks(ACCOUNTS.lookBack()),
                        ticks(ACCOUNTS.silence()),
                        true);
            case MAIL ->
                Settings.of(
                        kernel,
                        new Odds(0, 1, ACCOUNTS.explicitOdds()),
                        Prior.POOLED,
                        ticks(ACCOUNTS.lookBack()),
                        0,
                        true);
            case CASCADES ->
                Settings.of(
                        new Kernel(medianStep(log), ACCOUNTS.kernelExponent()),
                        Odds.either(1),
                        Prior.SPARSE,
                        Long.MAX_VALUE,
                        Long.MAX_VALUE,
                        false);
        };
    }

    private static long ticks(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    private static double medianStep(EventLog log) {
        var events = log.events();
        var steps = IntStream.range(1, log.size())
                .filter(i -> events.get(i).cascade() == events.get(i - 1).cascade())
                .mapToLong(i -> events.get(i).at() - events.get(i - 1).at())
                .filter(step -> step > 0)
                .toArray();
        Arrays.sort(steps);
        return steps.length == 0 ? ticks(ACCOUNTS.kernelScale()) : steps[steps.length / 2];
    }
}
