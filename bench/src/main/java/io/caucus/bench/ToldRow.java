package io.caucus.bench;

import io.caucus.scoring.learn.LearnedScorer;
import io.caucus.scoring.learn.LearningTable;
import java.util.HashMap;
import java.util.List;

/**
 * What a model told of a row, beside what was planted and what became of it.
 *
 * @param group rows of one are no independent witnesses
 * @param told the probability
 * @param low the lower end of its interval
 * @param high the upper end
 * @param planted the chance of it coming true, as somebody knows who knows all that is planted but the noise
 * @param withoutTies what that would be, had no tie weighed on the deal
 */
record ToldRow(
        String group, double told, double low, double high, double planted, double withoutTies, boolean success) {

    /** The rows of which the truth knows. */
    static List<ToldRow> of(List<LearningTable.Row> rows, LearnedScorer scorer, PlantedChances chances) {
        return chances.known(rows).stream()
                .map(known -> {
                    var told = scorer.score(known.row());
                    return new ToldRow(
                            known.row().group(),
                            told.probability(),
                            told.low(),
                            told.high(),
                            known.chance().win(),
                            known.chance().withoutTies(),
                            known.row().success());
                })
                .toList();
    }

    static boolean[] outcomes(List<ToldRow> rows) {
        var outcomes = new boolean[rows.size()];
        for (int row = 0; row < outcomes.length; row++) {
            outcomes[row] = rows.get(row).success();
        }
        return outcomes;
    }

    /** The number of each row's group, from 0. */
    static int[] groups(List<ToldRow> rows) {
        var names = rows.stream().map(ToldRow::group).distinct().toList();
        var numbers = new HashMap<String, Integer>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        return rows.stream()
                .mapToInt(row -> numbers.getOrDefault(row.group(), 0))
                .toArray();
    }
}
