package io.caucus.scoring.outcome;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.OpportunityId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether an open opportunity passes the day on which it is expected to close, as a discrete-time hazard: there is a row for each
 * week until that day, and it comes true in the week in which the opportunity is won or lost. A model of these rows gives for
 * each week the chance h that it closes then, if it has not before; it slips with the chance (1 − h₁)(1 − h₂)…
 *
 * <p>What a row tells is of the instant before the first week; only {@code weeksAhead} tells the weeks of an opportunity apart.
 * Weeks after the one in which it closed are no rows to learn from, since it had come true before they began.
 *
 * @see <a href="https://doi.org/10.3102/10769986018002155">Singer, Willett 1993, It's About Time</a>
 */
record SlipTarget() implements Target {

    private static final Duration WEEK = Duration.ofDays(7);

    /** Who expects it to close later than that says nothing of when. */
    private static final int MOST_WEEKS = 26;

    @Override
    public String id() {
        return "opportunity.slips";
    }

    @Override
    public String sentence() {
        return "an open opportunity is closed in the week after the cutoff; it slips if it closes in none of the weeks"
                + " until the day on which it is expected to";
    }

    @Override
    public Duration horizon() {
        return WEEK;
    }

    @Override
    public String accountRole() {
        return "group";
    }

    @Override
    public String asOfRole() {
        return "ignored";
    }

    @Override
    public List<TargetColumn> columns() {
        return Stream.concat(
                        Stream.of(
                                new TargetColumn(
                                        "question",
                                        "Our key of the opportunity and the day its features are of.",
                                        "id",
                                        "category",
                                        "system"),
                                new TargetColumn("cutoff", "When the week begins.", "cutoff", "date", "system"),
                                new TargetColumn(
                                        "weeksAhead",
                                        "How many weeks the features are older than the week.",
                                        "input",
                                        "number",
                                        "system")),
                        OpenOpportunity.COLUMNS.stream())
                .toList();
    }

    @Override
    public List<Asked> asks(AccountHistory account) {
        return OpenOpportunity.of(account).flatMap(SlipTarget::weeks).toList();
    }

    private static Stream<Asked> weeks(OpenOpportunity open) {
        var asOf = open.history().asOf().instant();
        var id = open.opportunity().id();
        var cells = open.cells();
        int weeks = open.expectedEnd()
                .map(end -> (int) Math.min(
                        MOST_WEEKS + 1L,
                        Math.ceilDiv(Duration.between(asOf, end).toMillis(), WEEK.toMillis())))
                .orElse(0);
        return IntStream.range(0, weeks > MOST_WEEKS ? 0 : weeks)
                .mapToObj(week -> week(open.history(), id, asOf.plus(WEEK.multipliedBy(week)), week, cells));
    }

    private static Asked week(AccountHistory history, OpportunityId id, Instant cutoff, int week, List<String> cells) {
        var question = "%s@%s".formatted(id.value(), history.asOf().instant());
        return new Asked(
                history,
                Optional.of(id),
                cutoff,
                Stream.concat(Stream.of(question, cutoff.toString(), Integer.toString(week)), cells.stream())
                        .toList());
    }

    @Override
    public Optional<Instant> cameTrue(Asked asked, Outcomes outcomes) {
        return outcomes.closed(asked.opportunity().orElseThrow());
    }
}
