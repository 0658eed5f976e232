package io.caucus.scoring.table;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A CSV file of who has how much credit for whose action. */
public final class CreditTable {

    private static final List<String> COLUMNS = List.of(
            "actor", "activated", "at", "credit", "lag_hours", "channel", "evidence", "actor_line", "activated_line");

    private CreditTable() {}

    /**
     * @param at when the activated acted
     * @param isExplicit whether one of the two actions names the other person
     * @param actorLine where the action with the credit stands in the log, from 1
     * @param activatedLine where the action that it is credit for stands
     */
    public record Row(
            String actor,
            String activated,
            Instant at,
            double credit,
            double lagHours,
            String channel,
            boolean isExplicit,
            long actorLine,
            long activatedLine) {}

    public static void write(Path file, List<Row> rows) {
        CsvFile.write(file, COLUMNS, rows.stream().map(CreditTable::cells));
    }

    private static List<String> cells(Row row) {
        return List.of(
                CsvRows.harmless(row.actor()),
                CsvRows.harmless(row.activated()),
                row.at().toString(),
                Double.toString(row.credit()),
                Double.toString(row.lagHours()),
                row.channel().isEmpty() ? "" : CsvRows.harmless(row.channel()),
                row.isExplicit() ? "explicit" : "blind",
                Long.toString(row.actorLine()),
                Long.toString(row.activatedLine()));
    }
}
