package io.caucus.scoring.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * A year of leads, a few a day, some of one account. Employees and source move the chance, weekday does not; {@code fee} is filled for
 * winners only.
 */
final class DrawnTable {

    static final String SCHEMA = """
            target: a lead buys within 30 days
            horizon_days: 30
            columns:
              lead: {role: id}
              account: {role: group}
              asked: {role: cutoff}
              bought: {role: outcome_time}
              employees: {type: number, direction: rises}
              source: {type: category}
              weekday: {type: category}
              calls: {type: number, owner: seller}
              country: {type: category, protected: true}
            """;

    static final String WITH_LEAKS = SCHEMA + """
              fee: {type: number}
              closed_by: {type: category, known_at: outcome}
            """;

    /** After all that drawn tables tell of. */
    static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

    private DrawnTable() {}

    /** @param strength of what the columns tell, in log-odds; at 0 nothing */
    static Path write(Path folder, int rows, double strength, long seed) throws IOException {
        var random = new SplittableRandom(seed);
        var cells = new ArrayList<String>();
        var outcomes = new ArrayList<String>();
        for (int row = 0; row < rows; row++) {
            var asked = LocalDate.of(2025, 1, 1).plusDays((long) row * 365 / rows);
            double size = random.nextGaussian();
            int source = random.nextInt(4);
            boolean bought = random.nextDouble() < 1 / (1 + Math.exp(1.5 - strength * (size + source - 1.5)));
            cells.add("lead-%d,account-%d,%s,".formatted(row, row / 2, asked));
            var employees = random.nextInt(10) == 0 ? "" : Long.toString(Math.round(100 * Math.exp(size)));
            outcomes.add("%s,%s,source-%d,%s,%d,country-%d,%s,%s"
                    .formatted(
                            bought ? asked.plusDays(1 + random.nextInt(29)) : "",
                            employees,
                            source,
                            asked.getDayOfWeek(),
                            random.nextInt(9),
                            random.nextInt(5),
                            bought ? "99" : "",
                            bought ? "someone-" + random.nextInt(20) : ""));
        }
        return put(folder, cells, outcomes);
    }

    private static Path put(Path folder, List<String> asked, List<String> outcomes) throws IOException {
        var lines = new ArrayList<String>(
                List.of("lead,account,asked,bought,employees,source,weekday,calls,country,fee,closed_by"));
        for (int row = 0; row < asked.size(); row++) {
            lines.add(asked.get(row) + outcomes.get(row));
        }
        return Files.write(folder.resolve("leads.csv"), lines);
    }

    /** The same table with outcomes dealt anew among rows, so that nothing can be learned. */
    static Path shuffled(Path table, long seed) throws IOException {
        var lines = Files.readAllLines(table);
        var gaps = new ArrayList<Integer>();
        for (String line : lines.subList(1, lines.size())) {
            var cells = line.split(",", -1);
            gaps.add(
                    cells[3].isEmpty()
                            ? -1
                            : (int) (LocalDate.parse(cells[3]).toEpochDay()
                                    - LocalDate.parse(cells[2]).toEpochDay()));
        }
        Collections.shuffle(gaps, new Random(seed));
        for (int row = 1; row < lines.size(); row++) {
            var cells = lines.get(row).split(",", -1);
            int gap = gaps.get(row - 1);
            cells[3] = gap < 0 ? "" : LocalDate.parse(cells[2]).plusDays(gap).toString();
            lines.set(row, String.join(",", cells));
        }
        return Files.write(table.resolveSibling("shuffled.csv"), lines);
    }
}
