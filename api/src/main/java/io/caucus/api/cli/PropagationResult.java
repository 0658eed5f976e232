package io.caucus.api.cli;

import io.caucus.features.champion.LogReading;
import io.caucus.features.champion.LogReading.LearnedStrengths;
import io.caucus.features.propagation.Credit;
import io.caucus.features.propagation.Credits;
import io.caucus.features.propagation.Influences;
import io.caucus.features.propagation.Influences.Mover;
import io.caucus.features.propagation.Settings;
import io.caucus.features.propagation.ShiftTest;
import io.caucus.features.propagation.Strengths;
import io.caucus.features.propagation.TriggerTrial;
import io.caucus.scoring.table.CreditTable;
import io.caucus.scoring.table.StrengthTable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who moves whom in an event log.
 *
 * @param settings as set, or as fitted
 * @param comparable the credits as they are compared with chance: of strengths that favour no order of events
 */
record PropagationResult(
        NamedLog named,
        LogReading reading,
        Settings settings,
        LearnedStrengths learned,
        Strengths strengths,
        Credits credits,
        Influences influences,
        Credits comparable,
        ShiftTest chance,
        Optional<TriggerTrial> trial) {

    private static final double TICKS_AN_HOUR = Duration.ofHours(1).toNanos() / 1_000.0;

    /** @throws BadInput if the log cannot be read so, or has too few known triggers to fit on */
    static PropagationResult of(NamedLog named, PropagationOptions options, boolean fit) {
        var log = named.log();
        var reading = options.reading(log);
        var learned = options.strengths(reading);
        var given = options.settings(reading, log);
        try {
            Optional<TriggerTrial> trial = fit
                    ? Optional.of(TriggerTrial.of(log, given, named.triggers(), 4 * TICKS_AN_HOUR, learned::of))
                    : Optional.empty();
            var settings =
                    trial.map(TriggerTrial::open).map(open -> open.settings()).orElse(given);
            var strengths = learned.of(log, settings);
            var credits = Credits.of(log, settings, strengths);
            var evenHanded = learned.forChance() == learned
                    ? strengths
                    : learned.forChance().of(log, settings);
            return new PropagationResult(
                    named,
                    reading,
                    settings,
                    learned,
                    strengths,
                    credits,
                    Influences.of(log, credits, event -> named.row(event).channel()),
                    evenHanded == strengths ? credits : Credits.of(log, settings, evenHanded),
                    ShiftTest.of(log, settings, evenHanded, options.shifts(), options.seed()),
                    trial);
        } catch (IllegalArgumentException e) {
            throw new BadInput(
                    "This log cannot be read so: %s. With --strengths NONE or ALIKE nothing is learned of pairs; without --fit no triggers are needed."
                            .formatted(e.getMessage()));
        }
    }

    /** How many times what chance gives the strongest; 1 where neither gives anything. */
    double lift(Mover mover) {
        return chance.expected() > 0 ? comparable.cascadeInfluence(mover.person()) / chance.expected() : 1;
    }

    /** How often chance gives anybody as much. */
    double p(Mover mover) {
        return chance.p(comparable.cascadeInfluence(mover.person()));
    }

    static double hours(double ticks) {
        return ticks / TICKS_AN_HOUR;
    }

    /** Of each pair of which one may move the other, whether it did or not, in the order of names. */
    Stream<StrengthTable.Row> pairStrengths() {
        int people = named.log().people();
        return IntStream.range(0, people)
                .boxed()
                .flatMap(from -> IntStream.range(0, people)
                        .filter(to -> to != from && strengths.of(from, to) > 0)
                        .mapToObj(to ->
                                new StrengthTable.Row(named.person(from), named.person(to), strengths.of(from, to))));
    }

    /** By cascade and time of the activation. */
    List<CreditTable.Row> creditsAbove(double least) {
        return credits.all().stream()
                .filter(credit -> credit.share() > least)
                .map(this::row)
                .toList();
    }

    private CreditTable.Row row(Credit credit) {
        var action = named.row(credit.cause());
        var activation = named.row(credit.response());
        long lag = named.log().events().get(credit.response()).at()
                - named.log().events().get(credit.cause()).at();
        return new CreditTable.Row(
                action.actor(),
                activation.actor(),
                activation.at(),
                credit.share(),
                hours((double) lag),
                action.channel(),
                credit.isExplicit(),
                action.line(),
                activation.line());
    }
}
