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
     * @param isNamed whether the linter named it
     * @param evidence of the linter, if it did
     * @param honest other columns that were named
     */
    record Offered(String leak, String form, boolean isNamed, String evidence, List<String> honest) {}

    LeakFindings(WinTables tables, long seed) {
        this.tables = tables;
        this.seed = seed;
        offer("Opportunity.LEAD_SOURCE", "as in the table", LEAD_SOURCE, tables.asWritten());
        offer(
                "Account.ANNUAL_REVENUE",
                "as last told",
                WinTable.REVENUE,
                tables.with(WinTables.input(WinTable.REVENUE, Column.Type.NUMBER, Optional.empty())));
        offer("Opportunity.CLOSE_DATE", "as last told, with when it was", WinTable.CLOSE_DATE, dated());
        offer(
                "Opportunity.CLOSE_DATE",
                "as last told, without a clock",
                WinTable.CLOSE_DATE,
                tables.with(WinTables.input(WinTable.CLOSE_DATE, Column.Type.DATE, Optional.empty())));
    }

    private LearningTable dated() {
        var told = new Column.KnownAt.InColumn(WinTable.CLOSE_DATE_TOLD);
        return tables.with(
                WinTables.input(WinTable.CLOSE_DATE, Column.Type.DATE, Optional.of(told)),
                WinTables.ignored(WinTable.CLOSE_DATE_TOLD, Column.Type.DATE));
    }

    private void offer(String leak, String form, String column, LearningTable table) {
        var named = Learner.learn(table, false, Ablation.Extent.NEVER, seed).leaks();
        var leaking = named.stream().filter(one -> one.column().equals(column)).findFirst();
        offered.add(new Offered(
                leak,
                form,
                leaking.isPresent(),
                leaking.map(Leak::evidence).orElse(""),
                named.stream()
                        .map(Leak::column)
                        .filter(one -> !one.equals(column) && !one.equals(LEAD_SOURCE))
                        .toList()));
    }

    List<Goal> goals() {
        var goals = new ArrayList<Goal>();
        for (Offered one : offered) {
            goals.add(new Goal(
                    "leak %s, %s".formatted(one.leak(), one.form()),
                    one.isNamed() ? "named" : "not named",
                    "named",
                    one.isNamed()));
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
                .filter(Offered::isNamed)
                .map(one -> "%s, %s: %s".formatted(one.leak(), one.form(), one.evidence()))
                .toList();
    }

    List<Offered> json() {
        return List.copyOf(offered);
    }
}
