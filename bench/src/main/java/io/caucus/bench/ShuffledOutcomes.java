package io.caucus.bench;

import io.caucus.scoring.learn.LearningTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The same rows with the outcomes of others of the same month: there is nothing left to learn. */
final class ShuffledOutcomes {

    private ShuffledOutcomes() {}

    static LearningTable of(LearningTable table, long seed) {
        var random = new Random(seed);
        Map<Instant, List<LearningTable.Row>> months = table.rows().stream()
                .collect(Collectors.groupingBy(LearningTable.Row::cutoff, TreeMap::new, Collectors.toList()));
        var rows = new ArrayList<LearningTable.Row>();
        months.values().forEach(month -> {
            var others = new ArrayList<>(month);
            Collections.shuffle(others, random);
            for (int row = 0; row < month.size(); row++) {
                rows.add(with(month.get(row), others.get(row)));
            }
        });
        return new LearningTable(table.schema(), rows, table.fingerprint(), table.leftOut(), table.observedUntil());
    }

    private static LearningTable.Row with(LearningTable.Row row, LearningTable.Row outcome) {
        return new LearningTable.Row(
                row.question(),
                row.group(),
                outcome.success(),
                outcome.everSucceeded(),
                outcome.outcome(),
                row.learnedAfter(),
                row.rulesScore(),
                row.amount(),
                row.handRaiser());
    }
}
