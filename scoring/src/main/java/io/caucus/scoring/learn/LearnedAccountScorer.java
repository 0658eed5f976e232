package io.caucus.scoring.learn;

import io.caucus.features.FeatureCatalogue;
import io.caucus.features.FeatureValue;
import io.caucus.features.FeatureVector;
import io.caucus.scoring.AccountScorer;
import io.caucus.scoring.Assessment;
import io.caucus.scoring.Bands;
import io.caucus.scoring.CalibrationStep;
import io.caucus.scoring.Contribution;
import io.caucus.scoring.NoScoreReason;
import io.caucus.scoring.Tier;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Scores accounts with a model that learned from a table of the catalogue's features.
 *
 * <p><b>Definition.</b> The values of an account are the row that {@code ./caucus features --target} would write of it, and what the model
 * predicts of that row is the score, to the bit. Contributions are the model's own ({@link Breakdown}): linear terms, or Shapley values of
 * trees. Calibration is a step of its own. There is no score where nobody is known to work at the account, since such accounts are never
 * asked about; an account that is merely quiet has one, because the model learned from quiet ones.
 *
 * <p><b>Determinism.</b> No randomness, no other account, no native code; equal values give equal bits on every machine.
 */
public final class LearnedAccountScorer implements AccountScorer {

    /** Missing where nobody is known. */
    private static final String KNOWN_PEOPLE = "committee.breadth_30d";

    private final String version;
    private final Tier tier;
    private final LearnedScorer scorer;
    private final List<Encoding.Encoded> columns;
    private final SortedMap<String, FeatureValue> usual = new TreeMap<>();
    private final SortedSet<String> inputs;
    private final Bands bands;

    private LearnedAccountScorer(String version, TrainedModel model, List<Encoding.Encoded> columns, Bands bands) {
        this.version = version;
        this.tier = model.tier();
        this.columns = columns;
        var names = columns.stream().map(Encoding.Encoded::column).toList();
        this.scorer = model.scorer().placedIn(names);
        columns.forEach(column -> usual.put(column.column(), usual(column)));
        var read = new TreeSet<>(names);
        read.add(KNOWN_PEOPLE);
        this.inputs = Collections.unmodifiableSortedSet(read);
        this.bands = bands;
    }

    /**
     * @param version what the model is called
     * @param catalogue whose values are going to be scored
     * @param bands the names of heights, which are policy and no part of the model
     * @throws LearningRefused naming the columns of the model that are no features of the catalogue, or are of another kind there
     */
    public static LearnedAccountScorer of(String version, TrainedModel model, FeatureCatalogue catalogue, Bands bands) {
        var columns = model.scorer().encoding().columns().stream()
                .sorted(Comparator.comparing(Encoding.Encoded::column))
                .toList();
        CatalogueFit.check(version, columns, catalogue);
        return new LearnedAccountScorer(version, model, columns, bands);
    }

    /** What training rows have on average; a word has no average. */
    private static FeatureValue usual(Encoding.Encoded column) {
        return column.isCategory() || column.usual().missing() == 1
                ? FeatureValue.missing()
                : FeatureValue.of(column.usual().mean());
    }

    @Override
    public String version() {
        return version;
    }

    /** What its outcomes sufficed for. */
    public Tier tier() {
        return tier;
    }

    @Override
    public SortedSet<String> inputs() {
        return inputs;
    }

    @Override
    public Bands bands() {
        return bands;
    }

    @Override
    public Assessment score(FeatureVector values) {
        return isNobodyKnown(values) ? new Assessment.NoScore(version, NoScoreReason.NO_KNOWN_PERSON) : addUp(values);
    }

    @Override
    public OptionalDouble chance(FeatureVector values) {
        return isNobodyKnown(values)
                ? OptionalDouble.empty()
                : OptionalDouble.of(scorer.told(question(values)).probability());
    }

    private static boolean isNobodyKnown(FeatureVector values) {
        return values.get(KNOWN_PEOPLE) instanceof FeatureValue.Missing;
    }

    @Override
    public Assessment.Score addUp(FeatureVector values) {
        var prediction = scorer.predict(question(values));
        var told = prediction.told();
        var breakdown = Breakdown.of(scorer, prediction);
        return new Assessment.Score(
                version,
                tier,
                told.probability(),
                told.low(),
                told.high(),
                bands.of(told.probability()),
                breakdown.baseLogOdds(),
                breakdown.shares().stream()
                        .map(share -> contribution(share, values))
                        .toList(),
                Optional.of(new CalibrationStep(breakdown.margin(), breakdown.calibrationPoints())));
    }

    private Contribution contribution(ColumnShare share, FeatureVector values) {
        var feature = share.column();
        return new Contribution(
                feature,
                values.get(feature),
                usual.getOrDefault(feature, FeatureValue.missing()),
                share.logOdds(),
                share.points());
    }

    /** The row that a table would have of the account. */
    private Question question(FeatureVector values) {
        double[] numbers = new double[columns.size()];
        @Nullable String[] words = new String[columns.size()];
        for (int place = 0; place < numbers.length; place++) {
            var value = values.get(columns.get(place).column());
            checkKind(columns.get(place), value);
            numbers[place] = value.findAmount().orElse(Double.NaN);
            words[place] = value instanceof FeatureValue.Category category ? category.name() : null;
        }
        return new Question(values.account().value(), values.asOf().instant(), numbers, words);
    }

    private static void checkKind(Encoding.Encoded column, FeatureValue value) {
        boolean fits = switch (value) {
            case FeatureValue.Missing missing -> true;
            case FeatureValue.Quantity number -> !column.isCategory();
            case FeatureValue.Category word -> column.isCategory();
        };
        if (!fits) {
            throw new IllegalArgumentException("the value of %s is %s, the model learned from it as %s"
                    .formatted(column.column(), value, column.type().name().toLowerCase(Locale.ROOT)));
        }
    }
}
