package io.caucus.scoring.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * From a row's columns to a model's inputs, as learned from the training rows.
 *
 * <p>A number, date or flag is one input, NaN where missing. A category is one input for each word that training saw often enough,
 * and one each for rare words, for words never seen, and for none: what is new is told apart from what is known to be rare.
 *
 * @param columns in the order of inputs
 */
public record Encoding(List<Encoded> columns) {

    /** Words of fewer training rows share an input. */
    static final int LEAST_ROWS_OF_A_WORD = 20;

    /**
     * What training rows usually have in a column: by it a row is told to be unlike them.
     *
     * @param missing the share of them without a value
     * @param mean of those with one; 0 for a category
     * @param deviation the standard deviation around it; 0 for a category
     */
    public record Usual(double missing, double mean, double deviation) {

        public Usual {
            if (!(0 <= missing
                    && missing <= 1
                    && Double.isFinite(mean)
                    && deviation >= 0
                    && Double.isFinite(deviation))) {
                throw new IllegalArgumentException(
                        "missing, mean and deviation are %s, %s, %s; must be a share, finite, and not negative"
                                .formatted(missing, mean, deviation));
            }
        }

        static Usual of(boolean isCategory, int place, List<LearningTable.Row> training) {
            double missing =
                    (double) training.stream().filter(row -> !row.has(place)).count() / training.size();
            double[] known = training.stream()
                    .mapToDouble(row -> row.numbers()[place])
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            if (isCategory || known.length == 0) {
                return new Usual(missing, 0, 0);
            }
            if (Arrays.stream(known).allMatch(value -> value == known[0])) {
                return new Usual(missing, known[0], 0); // a mean would be rounded
            }
            double mean = Arrays.stream(known).average().orElseThrow();
            double variance = Arrays.stream(known)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElseThrow();
            return new Usual(missing, mean, Math.sqrt(variance));
        }
    }

    /**
     * @param place of the column among the inputs of the schema
     * @param type what its cells are
     * @param frequent of a category: the words with an input of their own
     * @param rare those that share one
     */
    public record Encoded(
            String column,
            int place,
            Column.Type type,
            int direction,
            List<String> frequent,
            List<String> rare,
            Usual usual) {

        private static final int OTHERS = 3;

        boolean isCategory() {
            return type == Column.Type.CATEGORY;
        }

        int width() {
            return isCategory() ? frequent.size() + OTHERS : 1;
        }

        private List<String> names() {
            if (!isCategory()) {
                return List.of(column);
            }
            var names = new ArrayList<String>();
            frequent.forEach(word -> names.add("%s = %s".formatted(column, word)));
            names.addAll(List.of(column + " is rare", column + " is new", column + " is missing"));
            return List.copyOf(names);
        }

        private int inputOf(@Nullable String word) {
            if (word == null) {
                return frequent.size() + 2;
            }
            int known = frequent.indexOf(word);
            return known >= 0 ? known : frequent.size() + (rare.contains(word) ? 0 : 1);
        }

        private Encoded at(int otherPlace) {
            return new Encoded(column, otherPlace, type, direction, frequent, rare, usual);
        }

        private Optional<Deviation> deviation(Question question) {
            if (!question.has(place)) {
                return usual.missing() == 0 ? Optional.of(new Deviation.UnseenGap(column)) : Optional.empty();
            }
            var word = question.words()[place];
            if (word != null) {
                return frequent.contains(word) || rare.contains(word)
                        ? Optional.empty()
                        : Optional.of(new Deviation.Unseen(column, word));
            }
            return deviation(question.numbers()[place]);
        }

        private Optional<Deviation> deviation(double value) {
            if (usual.deviation() == 0) {
                return value == usual.mean()
                        ? Optional.empty()
                        : Optional.of(new Deviation.Unseen(column, ColumnShare.text(type, value)));
            }
            double deviations = (value - usual.mean()) / usual.deviation();
            boolean isFar = type != Column.Type.FLAG && Math.abs(deviations) > Confidence.FAR; // a rare flag is not far
            return isFar ? Optional.of(new Deviation.Far(column, deviations)) : Optional.empty();
        }
    }

    public Encoding {
        columns = List.copyOf(columns);
    }

    /** @param places of the columns to use, among the schema's inputs */
    static Encoding learn(TableSchema schema, int[] places, List<LearningTable.Row> training) {
        return new Encoding(Arrays.stream(places)
                .mapToObj(place -> encoded(schema.inputs().get(place), place, training))
                .toList());
    }

    private static Encoded encoded(Column column, int place, List<LearningTable.Row> training) {
        Map<String, Integer> counts = new TreeMap<>();
        for (LearningTable.Row row : training) {
            var word = row.words()[place];
            if (word != null) {
                counts.merge(word, 1, Integer::sum);
            }
        }
        return new Encoded(
                column.name(),
                place,
                column.type(),
                column.direction(),
                words(counts, LEAST_ROWS_OF_A_WORD, Integer.MAX_VALUE),
                words(counts, 1, LEAST_ROWS_OF_A_WORD - 1),
                Usual.of(column.type() == Column.Type.CATEGORY, place, training));
    }

    private static List<String> words(Map<String, Integer> counts, int least, int most) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= least && entry.getValue() <= most)
                .map(Map.Entry::getKey)
                .toList();
    }

    int width() {
        return columns.stream().mapToInt(Encoded::width).sum();
    }

    List<String> names() {
        return columns.stream().flatMap(column -> column.names().stream()).toList();
    }

    int[] directions() {
        return columns.stream()
                .flatMapToInt(column -> Arrays.stream(new int[column.width()])
                        .map(zero -> column.isCategory() ? 0 : column.direction()))
                .toArray();
    }

    /** The name of the column that each input was made from. */
    List<String> origins() {
        return columns.stream()
                .flatMap(column -> column.names().stream().map(name -> column.column()))
                .toList();
    }

    double[] encode(Question question) {
        double[] inputs = new double[width()];
        int next = 0;
        for (Encoded column : columns) {
            if (column.isCategory()) {
                inputs[next + column.inputOf(question.words()[column.place()])] = 1;
            } else {
                inputs[next] = question.numbers()[column.place()];
            }
            next += column.width();
        }
        return inputs;
    }

    /** In what the row is unlike training. */
    List<Deviation> deviations(Question question) {
        return columns.stream()
                .flatMap(column -> column.deviation(question).stream())
                .toList();
    }

    /** The missing share of what training rows usually have. */
    double missing(Question question) {
        double usual = 0;
        double missing = 0;
        for (Encoded column : columns) {
            double filled = 1 - column.usual().missing();
            usual += filled;
            missing += question.has(column.place()) ? 0 : filled;
        }
        return usual == 0 ? 0 : missing / usual;
    }

    /** The same, for rows with other inputs that have these columns among them. */
    Encoding placedIn(List<String> inputs) {
        return new Encoding(columns.stream()
                .map(column -> column.at(inputs.indexOf(column.column())))
                .toList());
    }
}
