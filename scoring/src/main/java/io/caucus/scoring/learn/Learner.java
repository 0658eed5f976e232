package io.caucus.scoring.learn;

import io.caucus.scoring.Tier;
import io.caucus.scoring.calibration.Calibration;
import io.caucus.scoring.evaluation.GroupBootstrap;
import io.caucus.scoring.evaluation.Probabilities;
import io.caucus.scoring.evaluation.Ranking;
import io.caucus.scoring.learn.Column.Owner;
import io.caucus.scoring.model.LearnedModel;
import io.caucus.scoring.train.Trainer;
import io.caucus.scoring.train.TrainingRows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Learns from a table whose rows have outcomes, and judges what it learned on the newest of them.
 *
 * <p>Leaks first, then windows of time, then the choice among candidates by rolling origins, then calibration, and at the very
 * end one look at the newest window. Same table, same seed: same bits.
 */
public final class Learner {

    /** Outcomes of the rarer kind below which rules serve. */
    public static final int LEAST_FOR_POOLED = 40;
    /** From which a segment may have a calibration of its own. */
    public static final int LEAST_FOR_CALIBRATED = 200;
    /** From which it may have a model of its own. */
    public static final int LEAST_FOR_SEGMENT = 2000;

    private final LearningTable table;
    private final boolean dropLeaks;
    private final Ablation.Extent ablation;
    private final long seed;
    private final SortedMap<String, String> leftOut = new TreeMap<>();

    private Learner(LearningTable table, boolean dropLeaks, Ablation.Extent ablation, long seed) {
        this.table = table;
        this.dropLeaks = dropLeaks;
        this.ablation = ablation;
        this.seed = seed;
    }

    /**
     * @param dropLeaks whether to learn without the columns that leak, rather than not at all
     * @param seed of the bootstrap and of trainers
     */
    public static Learning learn(LearningTable table, boolean dropLeaks, long seed) {
        return learn(table, dropLeaks, Ablation.Extent.WHERE_QUICK, seed);
    }

    /** @param ablation whether to tell what each family of columns adds */
    public static Learning learn(LearningTable table, boolean dropLeaks, Ablation.Extent ablation, long seed) {
        return new Learner(table, dropLeaks, ablation, seed).learn();
    }

    private Learning learn() {
        var tier = tier(TimeSplit.rarer(table.rows()));
        var leaks = new LeakLinter(table).find();
        var toDrop =
                leaks.stream().filter(leak -> !leak.isWaived()).collect(Collectors.toMap(Leak::column, Leak::evidence));
        if (!toDrop.isEmpty() && !dropLeaks) {
            return without(Verdict.LEAKS, tier, leaks);
        }
        toDrop.forEach((column, evidence) -> leftOut.put(column, "leaks: " + evidence));
        var split = TimeSplit.of(table);
        if (tier == Tier.RULES || !split.isUsable() || TimeSplit.rarer(split.train()) < LEAST_FOR_POOLED) {
            return without(Verdict.TOO_FEW, Tier.RULES, leaks);
        }
        int[] places = inputs(split, toDrop.keySet());
        if (places.length == 0) {
            throw new LearningRefused("no column is left to learn from; left out are %s"
                    .formatted(leftOut.entrySet().stream()
                            .map(column -> "%s: %s".formatted(column.getKey(), column.getValue()))
                            .collect(Collectors.joining("; "))));
        }
        var fit = fit(split, places);
        boolean hasSignal = fit.judgement().hasSignal();
        return new Learning(
                table,
                hasSignal ? Verdict.SIGNAL : Verdict.NO_SIGNAL,
                hasSignal ? tier : Tier.RULES,
                leaks,
                Arrays.stream(places)
                        .mapToObj(place -> table.schema().inputs().get(place).name())
                        .toList(),
                leftOut,
                Optional.of(fit),
                Optional.empty());
    }

    private Learning without(Verdict verdict, Tier tier, List<Leak> leaks) {
        return new Learning(table, verdict, tier, leaks, List.of(), leftOut, Optional.empty(), Optional.empty());
    }

    /** @param outcomes of the rarer kind */
    static Tier tier(long outcomes) {
        if (outcomes < LEAST_FOR_POOLED) {
            return Tier.RULES;
        }
        if (outcomes < LEAST_FOR_CALIBRATED) {
            return Tier.POOLED;
        }
        return outcomes < LEAST_FOR_SEGMENT ? Tier.CALIBRATED : Tier.SEGMENT;
    }

    private int[] inputs(TimeSplit split, Set<String> dropped) {
        var columns = table.schema().inputs();
        table.schema().columns().stream()
                .filter(Column::isProtected)
                .forEach(column -> leftOut.put(column.name(), "protected"));
        return IntStream.range(0, columns.size())
                .filter(place -> !dropped.contains(columns.get(place).name()))
                .filter(place -> isAllowed(columns.get(place)) && varies(columns.get(place), place, split))
                .toArray();
    }

    private boolean isAllowed(Column column) {
        boolean allowed = column.owner() != Owner.SELLER || table.schema().sellerInputs();
        if (!allowed) {
            leftOut.put(column.name(), "the seller can change it (seller_inputs: true lets it in)");
        }
        return allowed;
    }

    private boolean varies(Column column, int place, TimeSplit split) {
        long values = split.train().stream()
                .map(row -> row.words()[place] != null ? row.words()[place] : Double.toString(row.numbers()[place]))
                .distinct()
                .limit(2)
                .count();
        if (values < 2) {
            leftOut.put(column.name(), "the same in all training rows");
        }
        return values >= 2;
    }

    private Learning.Fit fit(TimeSplit split, int[] places) {
        var candidates = new ArrayList<Candidate>();
        var trainer = choose(split, places, candidates);
        var fitting = new Fitting(table.schema(), split, trainer, seed);
        var scorer = fitting.fit(places);
        var importance = importance(scorer, split.test());
        var settings = new TreeMap<>(trainer.settings());
        settings.put("calibration", scorer.calibration().name());
        settings.put("embargoDays", Long.toString(split.embargo().toDays()));
        double baseRate = (double) split.train().stream()
                        .filter(LearningTable.Row::success)
                        .count()
                / split.train().size();
        return new Learning.Fit(
                split,
                scorer,
                baseRate,
                candidates,
                Judgement.of(split.test(), scorer, baseRate, seed),
                ConfidenceCheck.of(split.test(), scorer, seed),
                baselines(fitting, places, baseRate),
                importance,
                segments(table.schema(), scorer, split.test()),
                settings,
                Ablation.of(fitting, scorer, places, importance, ablation, seed),
                Drift.of(Reference.of(scorer.encoding(), split.train()), split.test()),
                MonthFigures.of(split, scorer),
                table.schema().find(Column.Role.HAND_RAISER).map(column -> HandRaisers.of(split.test(), scorer)),
                ConfidenceLine.of(split.test(), scorer),
                fitting.trials(scorer, places),
                Reference.of(scorer.encoding(), split.train()),
                Optional.of(SegmentModels.of(table, fitting, scorer, places, LEAST_FOR_SEGMENT)));
    }

    /** The simplest that nothing beats beyond noise: in average precision, and in log loss no worse. */
    private Trainer choose(TimeSplit split, int[] places, List<Candidate> told) {
        var trainers = Candidate.trainers(seed);
        var folds = split.rollingOrigins();
        if (folds.isEmpty()) {
            told.add(new Candidate(
                    trainers.getFirst().name(),
                    Double.NaN,
                    Double.NaN,
                    true,
                    "the training window is too short to compare; the simplest serves"));
            return trainers.getFirst();
        }
        var rows = folds.stream().flatMap(fold -> fold.validate().stream()).toList();
        boolean[] outcome = LearningTable.outcomes(rows);
        var bootstrap = new GroupBootstrap(LearningTable.groups(rows), 500, seed);
        var margins =
                trainers.stream().map(trainer -> rolled(trainer, folds, places)).toList();
        int best = 0;
        var reasons = new ArrayList<>(List.of("the simplest"));
        for (int rival = 1; rival < trainers.size(); rival++) {
            var of = new Ranking(margins.get(rival), outcome);
            var against = new Ranking(margins.get(best), outcome);
            var gain = bootstrap.of(weight -> of.averagePrecision(weight) - against.averagePrecision(weight));
            boolean better = gain.isAbove(0) && loss(margins.get(rival), outcome) < loss(margins.get(best), outcome);
            reasons.add("average precision %+.4f [%+.4f, %+.4f] against %s: %s"
                    .formatted(
                            gain.value(),
                            gain.low(),
                            gain.high(),
                            trainers.get(best).name(),
                            better ? "better" : "not better beyond noise"));
            best = better ? rival : best;
        }
        for (int i = 0; i < trainers.size(); i++) {
            var ranking = new Ranking(margins.get(i), outcome);
            told.add(new Candidate(
                    trainers.get(i).name(),
                    ranking.averagePrecision(ranking.once()),
                    loss(margins.get(i), outcome),
                    i == best,
                    reasons.get(i)));
        }
        return trainers.get(best);
    }

    private double[] rolled(Trainer trainer, List<TimeSplit.Fold> folds, int[] places) {
        return folds.stream()
                .flatMapToDouble(fold -> {
                    var encoding = Encoding.learn(table.schema(), places, fold.train());
                    var model = trainer.train(rows(encoding, fold.train(), table.schema()));
                    return Arrays.stream(margins(encoding, model, fold.validate()));
                })
                .toArray();
    }

    private static double loss(double[] margins, boolean[] outcome) {
        double[] probability = Arrays.stream(margins)
                .map(margin -> 1 / (1 + StrictMath.exp(-margin)))
                .toArray();
        return new Probabilities(probability, outcome).logLoss();
    }

    private static double[] margins(Encoding encoding, LearnedModel model, List<LearningTable.Row> rows) {
        return rows.stream()
                .mapToDouble(row -> model.margin(encoding.encode(row.question())))
                .toArray();
    }

    /** What the same way of learning makes of fewer columns, and what is used today. */
    private SortedMap<String, Judgement> baselines(Fitting fitting, int[] places, double baseRate) {
        var split = fitting.split();
        var baselines = new TreeMap<String, Judgement>();
        double[] constant = new double[split.test().size()];
        Arrays.fill(constant, baseRate);
        baselines.put("base rate", Judgement.of(split.test(), constant, constant, baseRate, seed));
        var columns = table.schema().inputs();
        var dropped = leftOut.entrySet().stream()
                .filter(entry -> entry.getValue().startsWith("leaks"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Predicate<Integer> isSellers = place -> columns.get(place).owner() == Owner.SELLER
                && !dropped.contains(columns.get(place).name());
        int[] sellers =
                IntStream.range(0, columns.size()).filter(isSellers::test).toArray();
        if (sellers.length > 0) {
            baselines.put("seller's columns alone", Judgement.of(split.test(), fitting.fit(sellers), baseRate, seed));
        }
        int[] others =
                Arrays.stream(places).filter(place -> !isSellers.test(place)).toArray();
        if (others.length > 0 && others.length < places.length) {
            baselines.put(
                    "without the seller's columns", Judgement.of(split.test(), fitting.fit(others), baseRate, seed));
        }
        rulesScore(split, baseRate).ifPresent(judgement -> baselines.put("today's score", judgement));
        return baselines;
    }

    /** Calibrated like any model, so that a score of 0 to 100 can be compared. */
    private Optional<Judgement> rulesScore(TimeSplit split, double baseRate) {
        Predicate<LearningTable.Row> hasScore =
                row -> row.rulesScore().filter(score -> !score.isNaN()).isPresent();
        if (split.calibrate().stream().noneMatch(hasScore)
                || !split.test().stream().allMatch(hasScore)) {
            return Optional.empty();
        }
        var known = split.calibrate().stream().filter(hasScore).toList();
        var calibration = Calibration.fit(LearningTable.toCalibrate(known, Learner::score), seed);
        double[] score = split.test().stream().mapToDouble(Learner::score).toArray();
        return Optional.of(Judgement.of(split.test(), score, calibrated(calibration, score), baseRate, seed));
    }

    private static double[] calibrated(Calibration calibration, double[] margin) {
        return Arrays.stream(margin)
                .map(each -> calibration.of(each).probability())
                .toArray();
    }

    private static double score(LearningTable.Row row) {
        return row.rulesScore().orElseThrow();
    }

    static SortedMap<String, Double> importance(LearnedScorer scorer, List<LearningTable.Row> rows) {
        var origins = scorer.encoding().origins();
        var importance = new TreeMap<String, Double>();
        for (LearningTable.Row row : rows) {
            var shares = scorer.model()
                    .explain(scorer.encoding().encode(row.question()))
                    .contributions();
            var byColumn = new TreeMap<String, Double>();
            for (int input = 0; input < shares.length; input++) {
                byColumn.merge(origins.get(input), shares[input], Double::sum);
            }
            byColumn.forEach((column, share) -> importance.merge(column, Math.abs(share) / rows.size(), Double::sum));
        }
        return importance;
    }

    static SortedMap<String, SegmentFigures> segments(
            TableSchema schema, LearnedScorer scorer, List<LearningTable.Row> rows) {
        var figures = new TreeMap<String, SegmentFigures>();
        var columns = schema.inputs();
        for (int place = 0; place < columns.size(); place++) {
            if (columns.get(place).role() == Column.Role.SEGMENT) {
                int segment = place;
                rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> Objects.requireNonNullElse(row.words()[segment], "(none)"),
                                TreeMap::new,
                                Collectors.toList()))
                        .forEach((name, its) -> {
                            if (its.size() >= SegmentFigures.LEAST_ROWS) {
                                figures.put(name, SegmentFigures.of(its, scorer));
                            }
                        });
            }
        }
        return figures;
    }

    static TrainingRows rows(Encoding encoding, List<LearningTable.Row> rows, TableSchema schema) {
        double[] weight = new double[rows.size()];
        Instant newest = rows.getLast().cutoff();
        for (int row = 0; row < weight.length; row++) {
            weight[row] = weight(
                    schema.recencyHalfLife(), Duration.between(rows.get(row).cutoff(), newest));
        }
        return new TrainingRows(
                encoding.names(),
                encoding.directions(),
                rows.stream().map(row -> encoding.encode(row.question())).toArray(double[][]::new),
                LearningTable.outcomes(rows),
                weight);
    }

    private static double weight(Optional<Duration> halfLife, Duration age) {
        return halfLife.map(half -> StrictMath.pow(0.5, (double) age.toMillis() / half.toMillis()))
                .orElse(1.0);
    }
}
