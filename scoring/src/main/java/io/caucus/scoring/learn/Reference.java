package io.caucus.scoring.learn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the training rows had in each column of a model, counted in bins: what later rows are held against.
 *
 * @param rows of the training window
 * @param groups they belong to: rows of one group are no independent witnesses
 */
public record Reference(int rows, int groups, List<Binned> columns) {

    private static final int PARTS = 10;

    /**
     * @param edges of a number, date or flag: a value is in the bin of the number of edges below it
     * @param words of a category: each has a bin; all others share one
     * @param counts of rows in each bin; the last is for a missing value
     */
    public record Binned(String column, int place, List<Double> edges, List<String> words, List<Integer> counts) {

        public Binned {
            edges = List.copyOf(edges);
            words = List.copyOf(words);
            counts = List.copyOf(counts);
            if (counts.size() != bins(edges, words)) {
                throw new IllegalArgumentException(
                        "column '%s' has %d counts for %d bins".formatted(column, counts.size(), bins(edges, words)));
            }
        }

        private static int bins(List<Double> edges, List<String> words) {
            return edges.size() + words.size() + 2;
        }

        private static Binned of(Encoding.Encoded column, List<LearningTable.Row> rows) {
            List<Double> edges = column.isCategory() ? List.of() : edges(column.place(), rows);
            List<String> words = column.isCategory() ? words(column.place(), rows) : List.of();
            return new Binned(
                    column.column(), column.place(), edges, words, counts(column.place(), edges, words, rows));
        }

        /** The tenths of the values, as far as they differ. */
        private static List<Double> edges(int place, List<LearningTable.Row> rows) {
            double[] known = rows.stream()
                    .mapToDouble(row -> row.numbers()[place])
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            var edges = new TreeSet<Double>();
            for (int part = 1; part < PARTS && known.length > 0; part++) {
                double edge = known[(int) ((long) part * known.length / PARTS)];
                if (edge > known[0]) {
                    edges.add(edge);
                }
            }
            return List.copyOf(edges);
        }

        private static List<String> words(int place, List<LearningTable.Row> rows) {
            Map<String, Integer> rowsOf = new TreeMap<>();
            for (LearningTable.Row row : rows) {
                var word = row.words()[place];
                if (word != null) {
                    rowsOf.merge(word, 1, Integer::sum);
                }
            }
            return rowsOf.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(PARTS - 1)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        private static List<Integer> counts(
                int place, List<Double> edges, List<String> words, List<LearningTable.Row> rows) {
            int[] counts = new int[bins(edges, words)];
            rows.forEach(row -> counts[bin(row.question(), place, edges, words)]++);
            return Arrays.stream(counts).boxed().toList();
        }

        private static int bin(Question question, int place, List<Double> edges, List<String> words) {
            if (!question.has(place)) {
                return bins(edges, words) - 1;
            }
            var word = question.words()[place];
            if (word != null) {
                int known = words.indexOf(word);
                return known >= 0 ? known : words.size();
            }
            double value = question.numbers()[place];
            return (int) edges.stream().filter(edge -> edge <= value).count();
        }

        /** Other rows in the same bins. */
        int[] count(List<LearningTable.Row> others) {
            return counts(place, edges, words, others).stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        private Binned at(int otherPlace) {
            return new Binned(column, otherPlace, edges, words, counts);
        }
    }

    public Reference {
        columns = List.copyOf(columns);
    }

    /** @param encoding tells which columns */
    public static Reference of(Encoding encoding, List<LearningTable.Row> training) {
        return new Reference(
                training.size(),
                groups(training),
                encoding.columns().stream()
                        .map(column -> Binned.of(column, training))
                        .toList());
    }

    static int groups(List<LearningTable.Row> rows) {
        return (int) rows.stream().map(LearningTable.Row::group).distinct().count();
    }

    /** The same, for rows of another schema that has these columns among its inputs. */
    Reference placedIn(TableSchema schema) {
        var names = schema.inputs().stream().map(Column::name).toList();
        return new Reference(
                rows,
                groups,
                columns.stream()
                        .map(column -> column.at(names.indexOf(column.column())))
                        .toList());
    }
}
