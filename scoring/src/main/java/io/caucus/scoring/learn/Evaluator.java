package io.caucus.scoring.learn;

import io.caucus.scoring.learn.Learning.Judged;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Judges a model that was kept on rows whose outcome is known by now, as {@link Learner} judges on its newest window. Nothing is trained.
 *
 * <p>Only rows newer than all that the model learned from, its calibration included, by its embargo at least; so the rows of the newest window
 * of its own table get the same figures again.
 */
public final class Evaluator {

    private Evaluator() {}

    /**
     * @param folder of the model
     * @param now nothing in the table can have happened after it
     * @param seed of the bootstrap
     * @throws LearningRefused if model, schema and table do not fit each other, or no rows are left that could judge
     */
    public static Learning evaluate(Path folder, Path table, Path schemaFile, Instant now, long seed) {
        var opened = Predictor.open(folder, schemaFile);
        var origin = opened.model().origin();
        var read = TableReader.read(table, opened.schema(), now);
        var newer = read.rows().stream().filter(row -> isNewer(row, origin)).toList();
        if (TimeSplit.rarer(newer) < 2) {
            throw new LearningRefused(
                    "%s has %,d rows newer than %s, until when the model %s learned, by %d days and more, and %,d of them succeeded; at least two of either outcome are needed. Of %,d usable rows %,d are older"
                            .formatted(
                                    table,
                                    newer.size(),
                                    origin.learnedUntil(),
                                    folder,
                                    origin.embargo().toDays(),
                                    newer.stream()
                                            .filter(LearningTable.Row::success)
                                            .count(),
                                    read.rows().size(),
                                    read.rows().size() - newer.size()));
        }
        int older = read.rows().size() - newer.size();
        var rows = new LearningTable(read.schema(), newer, read.fingerprint(), read.leftOut(), read.observedUntil());
        var fit = fit(opened.model(), opened.schema(), rows.rows(), older, seed);
        return new Learning(
                rows,
                fit.judgement().hasSignal() ? Verdict.SIGNAL : Verdict.NO_SIGNAL,
                opened.model().tier(),
                List.of(),
                opened.model().scorer().encoding().columns().stream()
                        .map(Encoding.Encoded::column)
                        .toList(),
                new TreeMap<>(),
                Optional.of(fit),
                Optional.of(new Judged(ModelFolder.name(folder), origin.learnedUntil(), origin.embargo(), older)));
    }

    private static boolean isNewer(LearningTable.Row row, TrainedModel.Origin origin) {
        return row.cutoff().isAfter(origin.learnedUntil())
                && !row.cutoff().isBefore(origin.learnedUntil().plus(origin.embargo()));
    }

    private static Learning.Fit fit(
            TrainedModel model, TableSchema schema, List<LearningTable.Row> rows, int older, long seed) {
        var scorer = model.scorer();
        var origin = model.origin();
        Duration wanted = schema.embargo().orElse(schema.horizon());
        var split = new TimeSplit(List.of(), List.of(), rows, wanted, origin.embargo(), older);
        double[] constant = new double[rows.size()];
        Arrays.fill(constant, origin.baseRate());
        SortedMap<String, Judgement> baselines = new TreeMap<>();
        baselines.put("base rate", Judgement.of(rows, constant, constant, origin.baseRate(), seed));
        return new Learning.Fit(
                split,
                scorer,
                origin.baseRate(),
                List.of(),
                Judgement.of(rows, scorer, origin.baseRate(), seed),
                ConfidenceCheck.of(rows, scorer, seed),
                baselines,
                Learner.importance(scorer, rows),
                Learner.segments(schema, scorer, rows),
                new TreeMap<>(),
                Ablation.none("judging a model trains none"),
                Drift.of(origin.reference(), rows),
                MonthFigures.of(split, scorer),
                schema.find(Column.Role.HAND_RAISER).map(column -> HandRaisers.of(rows, scorer)),
                ConfidenceLine.of(rows, scorer),
                List.of(),
                origin.reference(),
                Optional.empty());
    }
}
