package io.caucus.bench;

import io.caucus.scoring.learn.Ablation;
import io.caucus.scoring.learn.Column;
import io.caucus.scoring.learn.Leak;
import io.caucus.scoring.learn.Learner;
import io.caucus.scoring.learn.LearningTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which planted leaks the linter names, each put back into the table by itself, and which honest columns. */
final class LeakFindings {

    /** In the product's own table; it is there in all others, too, so that the learner stops once it has looked for leaks. */
    private static final String LEAD_SOURCE = "leadSource";

    private final WinTables tables;
    private final long seed;
    private final List<Offered> offered = new ArrayList<>();

    /**
     * A leak in the form of a column.
     *
     * @param leak as the world calls it
     * @param form how it is offered
     * @param evidence of the linter; empty if it did not name it
     * @param honest other columns that were named
     * @param isPlanted whether it leaks as planted, and so has to be named
     */
    record Offered(String leak, String form, Optional<String> evidence, List<String> honest, boolean isPlanted) {}

    LeakFindings(WinTables tables, long seed) {
        this.tables = tables;
        this.seed = seed;
        offer("Opportunity.LEAD_SOURCE", "as in the table", LEAD_SOURCE, tables.asWritten(), true);
        offer(
                "Account.ANNUAL_REVENUE",
                "as last told",
                WinTable.REVENUE,
                tables.with(WinTables.input(WinTable.REVENUE, Column.Type.NUMBER, Optional.empty())),
                true);
        offer("Opportunity.CLOSE_DATE", "as last told, with when it was", WinTable.CLOSE_DATE, dated(), true);
        offer(
                "Opportunity.CLOSE_DATE",
                "as last told, without a clock",
                WinTable.CLOSE_DATE,
                tables.with(WinTables.input(WinTable.CLOSE_DATE, Column.Type.DATE, Optional.empty())),
                true);
    }

    private LearningTable dated() {
        var told = new Column.KnownAt.InColumn(WinTable.CLOSE_DATE_TOLD);
        return tables.with(
                WinTables.input(WinTable.CLOSE_DATE, Column.Type.DATE, Optional.of(told)),
                WinTables.ignored(WinTable.CLOSE_DATE_TOLD, Column.Type.DATE));
    }

    private void offer(String leak, String form, String column, LearningTable table, boolean isPlanted) {
        var named = Learner.learn(table, false, Ablation.Extent.NEVER, seed).leaks();
        offered.add(new Offered(
                leak,
                form,
                named.stream()
                        .filter(one -> one.column().equals(column))
                        .map(Leak::evidence)
                        .findFirst(),
                named.stream()
                        .map(Leak::column)
                        .filter(one -> !one.equals(column) && !one.equals(LEAD_SOURCE))
                        .toList(),
                isPlanted));
    }

    List<Goal> goals() {
        var goals = new ArrayList<Goal>();
        for (Offered one : offered) {
            goals.add(new Goal(
                    "leak %s, %s".formatted(one.leak(), one.form()),
                    one.evidence().isPresent() ? "named" : "not named",
                    "named",
                    one.evidence().isPresent()));
        }
        long honest = offered.stream()
                .flatMap(one -> one.honest().stream())
                .distinct()
                .count();
        goals.add(new Goal("honest columns named", Long.toString(honest), "0", honest == 0));
        return goals;
    }

    List<String> notes() {
        return offered.stream()
                .flatMap(one -> one.evidence().stream().map(why -> "%s, %s: %s".formatted(one.leak(), one.form(), why)))
                .toList();
    }

    List<Offered> json() {
        return List.copyOf(offered);
    }
}
