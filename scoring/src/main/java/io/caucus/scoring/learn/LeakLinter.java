package io.caucus.scoring.learn;

import io.caucus.scoring.evaluation.Ranking;
import io.caucus.scoring.train.TreeTrainer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds columns that tell the outcome instead of foretelling it.
 *
 * <p>Outcomes are counted whenever they came, since a field that closing fills is filled by a late win as well. The rules are
 * tried in the order of {@link Leak.Rule}; the first that holds names the column.
 */
final class LeakLinter {

    /** Alone above this, nobody need ask how. */
    static final double TOO_GOOD = 0.95;
    /** Of the gain; asked only where there are enough columns to share it. */
    static final double TOO_MUCH_GAIN = 0.8;

    /** By so much being filled multiplies the odds of success, or divides them, beyond doubt. Above it nobody need ask how. */
    static final double TOO_MUCH_ODDS = 10;

    private static final int COLUMNS_THAT_SHARE = 5;
    private static final double HALF = 0.5;
    private static final double MILLIS_A_DAY = Duration.ofDays(1).toMillis();
    /** Standard deviations on either side that hold 95 % of a normal distribution. */
    private static final double DEVIATIONS = 1.96;
    /** Accounts that succeed on the day that a column foretells are no coincidence from so many on. */
    private static final int FEWEST_GROUPS = 10;
    /** Chance that filled cells are of one outcome by luck. */
    private static final double LUCK = 1e-4;

    private static final TreeTrainer PROBE = new TreeTrainer(50, 3, 0.1, 1);

    private final LearningTable table;
    private final List<Column> inputs;
    private final boolean[] succeeded;

    LeakLinter(LearningTable table) {
        this.table = table;
        this.inputs = table.schema().inputs();
        this.succeeded = new boolean[table.rows().size()];
        for (int row = 0; row < succeeded.length; row++) {
            succeeded[row] = table.rows().get(row).everSucceeded();
        }
    }

    /** In the order of the schema's inputs. */
    List<Leak> find() {
        Map<Integer, Leak> found = new HashMap<>();
        for (int input = 0; input < inputs.size(); input++) {
            int each = input;
            knownLater(input)
                    .or(() -> oneOutcome(each))
                    .or(() -> filledTells(each))
                    .or(() -> outcomeDate(each))
                    .or(() -> tooGood(each))
                    .ifPresent(leak -> found.put(each, leak));
        }
        mostOfTheGain(found);
        return IntStream.range(0, inputs.size())
                .filter(found::containsKey)
                .mapToObj(found::get)
                .toList();
    }

    private Leak leak(int input, Leak.Rule rule, String evidence) {
        var name = inputs.get(input).name();
        return new Leak(name, rule, evidence, table.schema().waived().contains(name));
    }

    private Optional<Leak> knownLater(int input) {
        long later =
                table.rows().stream().filter(row -> row.learnedAfter()[input]).count();
        return later == 0
                ? Optional.empty()
                : Optional.of(leak(
                        input,
                        Leak.Rule.KNOWN_LATER,
                        "known only after the cutoff in %,d of %,d rows"
                                .formatted(later, table.rows().size())));
    }

    /**
     * Of filled rows, or of empty ones: what is recorded only for winners, or never for those who were given up. The rows of a group
     * share what is recorded and most of what becomes of them, so they are one draw of luck.
     */
    private Optional<Leak> oneOutcome(int input) {
        return oneOutcome(input, true).or(() -> oneOutcome(input, false));
    }

    private Optional<Leak> oneOutcome(int input, boolean ofFilled) {
        long filled = 0;
        long filledSuccesses = 0;
        long successes = 0;
        var groups = new HashSet<String>();
        for (int row = 0; row < succeeded.length; row++) {
            boolean has = table.rows().get(row).has(input) == ofFilled;
            if (has) {
                groups.add(table.rows().get(row).group());
            }
            filled += has ? 1 : 0;
            filledSuccesses += has && succeeded[row] ? 1 : 0;
            successes += succeeded[row] ? 1 : 0;
        }
        double rate = (double) successes / succeeded.length;
        if (filled == 0 || filled == succeeded.length || (filledSuccesses != 0 && filledSuccesses != filled)) {
            return Optional.empty();
        }
        boolean ofSuccesses = filledSuccesses == filled;
        double luck = Math.pow(ofSuccesses ? rate : 1 - rate, (double) groups.size());
        return luck > LUCK
                ? Optional.empty()
                : Optional.of(leak(
                        input,
                        Leak.Rule.ONE_OUTCOME,
                        "%s in %,d of %,d rows, all of which %s"
                                .formatted(
                                        ofFilled ? "filled" : "empty",
                                        filled,
                                        succeeded.length,
                                        ofSuccesses ? "succeeded" : "failed")));
    }

    /**
     * The odds ratio of success between filled and empty rows, with the lower end of its 95 % interval (Woolf 1955, half a row added to each
     * count; groups are the witnesses). Where hand-raisers are named, that they raised a hand is what the column is filled for.
     */
    private Optional<Leak> filledTells(int input) {
        double[] filled = new double[2];
        double[] empty = new double[2];
        var groups = new HashSet<String>();
        for (int row = 0; row < succeeded.length; row++) {
            double[] counts = table.rows().get(row).has(input) ? filled : empty;
            counts[succeeded[row] ? 1 : 0]++;
            groups.add(table.rows().get(row).group());
        }
        double witnesses = (double) groups.size() / succeeded.length;
        double logOdds = logOdds(filled) - logOdds(empty);
        double error = Math.sqrt((variance(filled) + variance(empty)) / witnesses);
        boolean tells = Math.abs(logOdds) - DEVIATIONS * error > Math.log(TOO_MUCH_ODDS);
        return tells && inputs.get(input).role() != Column.Role.HAND_RAISER
                ? Optional.of(leak(
                        input,
                        Leak.Rule.FILLED_TELLS,
                        "where it is filled %.1f %% succeeded, where it is empty %.1f %%"
                                .formatted(percent(filled), percent(empty))))
                : Optional.empty();
    }

    private static double logOdds(double[] counts) {
        return Math.log((counts[1] + HALF) / (counts[0] + HALF));
    }

    private static double variance(double[] counts) {
        return 1 / (counts[0] + HALF) + 1 / (counts[1] + HALF);
    }

    private static double percent(double[] counts) {
        return 100 * counts[1] / (counts[0] + counts[1]);
    }

    /** A day that was only expected is seldom the one on which it comes. */
    private Optional<Leak> outcomeDate(int input) {
        if (inputs.get(input).type() != Column.Type.DATE) {
            return Optional.empty();
        }
        var dated = table.rows().stream()
                .filter(row ->
                        row.everSucceeded() && row.has(input) && row.outcome().isPresent())
                .toList();
        var same = dated.stream().filter(row -> isOfOutcome(row, input)).toList();
        return same.size() > HALF * dated.size() && Reference.groups(same) >= FEWEST_GROUPS
                ? Optional.of(leak(
                        input,
                        Leak.Rule.OUTCOME_DATE,
                        "the day of the success in %,d of %,d rows that succeeded"
                                .formatted(same.size(), dated.size())))
                : Optional.empty();
    }

    private static boolean isOfOutcome(LearningTable.Row row, int input) {
        long millis = Math.round(row.numbers()[input] * MILLIS_A_DAY);
        return day(row.cutoff().minusMillis(millis)).equals(day(row.outcome().orElseThrow()));
    }

    private static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private Optional<Leak> tooGood(int input) {
        double auc = alone(input);
        return auc > TOO_GOOD
                ? Optional.of(leak(input, Leak.Rule.ALONE_TOO_GOOD, "alone it reaches an AUC of %.3f".formatted(auc)))
                : Optional.empty();
    }

    /** The AUC of a column among the rows that have it, either way round; of a category, by rates of the other half of the rows. */
    double alone(int input) {
        int[] rows = IntStream.range(0, succeeded.length)
                .filter(row -> table.rows().get(row).has(input))
                .toArray();
        double[] score = new double[rows.length];
        boolean[] outcome = new boolean[rows.length];
        boolean isCategory = inputs.get(input).type() == Column.Type.CATEGORY;
        var rates = List.of(new HashMap<String, double[]>(), new HashMap<String, double[]>());
        for (int row : rows) {
            var word = table.rows().get(row).words()[input];
            double[] counts = rates.get(row % 2).computeIfAbsent(String.valueOf(word), key -> new double[2]);
            counts[0]++;
            counts[1] += succeeded[row] ? 1 : 0;
        }
        double base = (double) IntStream.of(rows).filter(row -> succeeded[row]).count() / Math.max(1, rows.length);
        for (int i = 0; i < rows.length; i++) {
            var row = table.rows().get(rows[i]);
            double[] counts =
                    rates.get(1 - rows[i] % 2).getOrDefault(String.valueOf(row.words()[input]), new double[2]);
            score[i] = isCategory ? (counts[1] + base) / (counts[0] + 1) : row.numbers()[input];
            outcome[i] = succeeded[rows[i]];
        }
        var ranking = new Ranking(score, outcome);
        double auc = ranking.auc(ranking.once());
        return Double.isNaN(auc) ? 0.5 : isCategory ? auc : Math.max(auc, 1 - auc);
    }

    private void mostOfTheGain(Map<Integer, Leak> found) {
        int[] innocent = IntStream.range(0, inputs.size())
                .filter(input -> !found.containsKey(input))
                .toArray();
        if (innocent.length < COLUMNS_THAT_SHARE) {
            return;
        }
        var encoding = Encoding.learn(table.schema(), innocent, table.rows());
        var trained = PROBE.trainWithGain(Learner.rows(encoding, table.rows(), table.schema()));
        Map<String, Double> byColumn = new LinkedHashMap<>();
        var origins = encoding.origins();
        double all = 0;
        for (int i = 0; i < origins.size(); i++) {
            byColumn.merge(origins.get(i), trained.gain()[i], Double::sum);
            all += trained.gain()[i];
        }
        for (int input : innocent) {
            double share = byColumn.getOrDefault(inputs.get(input).name(), 0.0) / all;
            if (share > TOO_MUCH_GAIN) {
                found.put(
                        input,
                        leak(
                                input,
                                Leak.Rule.MOST_OF_THE_GAIN,
                                "%.0f %% of what trees gain comes from it".formatted(100 * share)));
            }
        }
    }
}
