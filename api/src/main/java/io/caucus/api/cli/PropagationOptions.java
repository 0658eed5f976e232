package io.caucus.api.cli;

import io.caucus.features.champion.LogReading;
import io.caucus.features.champion.LogReading.LearnedStrengths;
import io.caucus.features.propagation.EventLog;
import io.caucus.features.propagation.Kernel;
import io.caucus.features.propagation.Odds;
import io.caucus.features.propagation.Prior;
import io.caucus.features.propagation.Settings;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Mixed into the command that reads an event log: how it is read. What is not given is as the kind of log has it. */
final class PropagationOptions {

    private static final int ODDS = 3;

    @Option(
            names = "--as",
            paramLabel = "KIND",
            description = {
                "What kind of log it is: ${COMPLETION-CANDIDATES}.",
                "Default: MAIL if most events name somebody, else CASCADES if there are several, else ACCOUNT."
            })
    private Optional<LogReading> reading = Optional.empty();

    @Option(
            names = "--scale",
            paramLabel = "SPAN",
            converter = Spans.class,
            description =
                    "c of the kernel (1 + lag/c)^-γ, such as 90s, 1h or 2d. Default: 1h; of CASCADES their median step.")
    private Optional<Long> scale = Optional.empty();

    @Option(names = "--exponent", paramLabel = "GAMMA", description = "γ of the kernel. Default: 1.3.")
    private Optional<Double> exponent = Optional.empty();

    @Option(
            names = "--look-back",
            paramLabel = "SPAN",
            converter = Spans.class,
            description = "What was done longer before explains nothing. Default: 14d; of CASCADES never.")
    private Optional<Long> lookBack = Optional.empty();

    @Option(
            names = "--silence",
            paramLabel = "SPAN",
            converter = Spans.class,
            description = {
                "Somebody's first event asks for a cause, and each after so much silence; 0: every event, never: only the first.",
                "Default: ACCOUNT 42d, MAIL 0, CASCADES never."
            })
    private Optional<Long> silence = Optional.empty();

    @Option(
            names = "--odds",
            paramLabel = "ODDS",
            split = ",",
            arity = "1",
            description = {
                "κ of causes that did not name who responds, that did, and whom the response names.",
                "Default: ACCOUNT 1,20,20, MAIL 0,1,20, CASCADES 1,1,1."
            })
    private List<Double> odds = List.of();

    @Option(
            names = "--strengths",
            paramLabel = "WHICH",
            description = {
                "What is learned of how strongly pairs move each other: ${COMPLETION-CANDIDATES}.",
                "Default: ACCOUNT NONE, others PAIRS."
            })
    private Optional<LearnedStrengths> strengths = Optional.empty();

    @Option(
            names = "--prior-weight",
            paramLabel = "N",
            description =
                    "How many median exposures the prior of a pair's strength is worth. Default: 20; of CASCADES 0.3.")
    private Optional<Double> priorWeight = Optional.empty();

    @Option(
            names = "--prior-toward",
            paramLabel = "WHERE",
            description =
                    "Where the prior draws strengths: ${COMPLETION-CANDIDATES}. Default: MEAN; of CASCADES NOTHING.")
    private Optional<Prior.Toward> priorToward = Optional.empty();

    @Option(
            names = "--spontaneous",
            paramLabel = "YES",
            arity = "1",
            description = "Whether people also act by themselves: true or false. Default: true; of CASCADES false.")
    private Optional<Boolean> spontaneous = Optional.empty();

    @Option(
            names = "--shifts",
            paramLabel = "N",
            description = "How often all times are shifted to see what chance does (${DEFAULT-VALUE}).")
    private int shifts = 99;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the shifts (${DEFAULT-VALUE}).")
    private long seed = 1;

    LogReading reading(EventLog log) {
        return reading.orElseGet(() -> LogReading.of(log));
    }

    LearnedStrengths strengths(LogReading of) {
        return strengths.orElse(of.strengths());
    }

    int shifts() {
        if (shifts < 1) {
            throw new BadInput("--shifts is %d, must be at least 1.".formatted(shifts));
        }
        return shifts;
    }

    long seed() {
        return seed;
    }

    /** @throws BadInput if what was given cannot be */
    Settings settings(LogReading of, EventLog log) {
        var usual = of.settings(log);
        try {
            return Settings.of(
                    new Kernel(
                            scale.map(Long::doubleValue).orElse(usual.kernel().scale()),
                            exponent.orElse(usual.kernel().exponent())),
                    odds(usual.odds()),
                    new Prior(
                            usual.prior().shape(),
                            priorWeight.orElse(usual.prior().weight()),
                            priorToward.orElse(usual.prior().toward())),
                    lookBack.orElse(usual.lookBack()),
                    silence.orElse(usual.silence()),
                    spontaneous.orElse(usual.spontaneous()));
        } catch (IllegalArgumentException e) {
            throw new BadInput("This log cannot be read so: %s.".formatted(e.getMessage()));
        }
    }

    private Odds odds(Odds usual) {
        if (odds.isEmpty()) {
            return usual;
        }
        if (odds.size() != ODDS) {
            throw new BadInput("--odds has %d numbers, must have 3 such as 0,1,20: not named, named, answered."
                    .formatted(odds.size()));
        }
        return new Odds(odds.get(0), odds.get(1), odds.get(2));
    }
}
