package io.caucus.scoring.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
     * @param place of the column among the inputs of the schema
     * @param frequent of a category: the words with an input of their own
     * @param rare those that share one
     */
    public record Encoded(
            String column, int place, boolean isCategory, int direction, List<String> frequent, List<String> rare) {

        private static final int OTHERS = 3;

        int width() {
            return isCategory ? frequent.size() + OTHERS : 1;
        }

        private List<String> names() {
            if (!isCategory) {
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
        boolean isCategory = column.type() == Column.Type.CATEGORY;
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
                isCategory,
                column.direction(),
                words(counts, LEAST_ROWS_OF_A_WORD, Integer.MAX_VALUE),
                words(counts, 1, LEAST_ROWS_OF_A_WORD - 1));
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

    double[] encode(LearningTable.Row row) {
        double[] inputs = new double[width()];
        int next = 0;
        for (Encoded column : columns) {
            if (column.isCategory()) {
                inputs[next + column.inputOf(row.words()[column.place()])] = 1;
            } else {
                inputs[next] = row.numbers()[column.place()];
            }
            next += column.width();
        }
        return inputs;
    }
}
