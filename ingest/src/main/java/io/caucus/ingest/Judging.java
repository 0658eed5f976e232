package io.caucus.ingest;

import io.caucus.graphmodel.quality.JudgedExpectation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rows of a file against what is expected of them, one after the other.
 *
 * <p><b>Cost.</b> Memory for the expectations, whatever the number of rows.
 */
final class Judging {

    private static final double ROUNDING = 1e-9;

    private final List<Tally> tallies;
    private final DateForm form;

    Judging(List<Expectation> expectations, DateForm form) {
        this.tallies = expectations.stream().map(Tally::new).toList();
        this.form = form;
    }

    /**
     * What one expectation has come to at a moment, as it is kept.
     *
     * @param newest the newest date, as text; null before the first
     */
    record State(
            long judged,
            long failed,
            List<HeldAgainst.Example> examples,
            @Nullable String newest,
            long lineOfNewest) {

        State {
            examples = List.copyOf(examples);
        }
    }

    List<State> state() {
        return tallies.stream().map(Tally::state).toList();
    }

    /** Goes on from there; nothing kept means from the beginning. */
    void recall(List<State> kept) {
        for (int index = 0; index < kept.size(); index++) {
            tallies.get(index).recall(kept.get(index));
        }
    }

    /** What one expectation has come to so far. */
    private static final class Tally {

        private final Expectation expectation;
        private final List<HeldAgainst.Example> examples = new ArrayList<>();
        private long judged;
        private long failed;
        private Optional<Instant> newest = Optional.empty();
        private long lineOfNewest;

        private Tally(Expectation expectation) {
            this.expectation = expectation;
        }

        private State state() {
            return new State(
                    judged, failed, examples, newest.map(Instant::toString).orElse(null), lineOfNewest);
        }

        private void recall(State kept) {
            judged = kept.judged();
            failed = kept.failed();
            examples.addAll(kept.examples());
            newest = Optional.ofNullable(kept.newest()).map(Instant::parse);
            lineOfNewest = kept.lineOfNewest();
        }

        private void passed() {
            judged++;
        }

        private void failed(long line, String value) {
            judged++;
            failed++;
            if (examples.size() < JudgedExpectation.MOST_LINES) {
                examples.add(new HeldAgainst.Example(line, HeldAgainst.Example.shortened(value)));
            }
        }

        private void count(boolean holds, Row row, String value) {
            if (holds) {
                passed();
            } else {
                failed(row.raw().line(), value);
            }
        }

        private void date(Instant instant, long line) {
            if (newest.filter(before -> !before.isBefore(instant)).isEmpty()) {
                newest = Optional.of(instant);
                lineOfNewest = line;
            }
        }
    }

    /**
     * Judges a row by itself.
     *
     * @throws RejectedRow when it does not do as an expectation that rejects says; all others were judged, too
     */
    void look(Row row) {
        Optional<RejectedRow> rejected = Optional.empty();
        for (Tally tally : tallies) {
            if (concerns(tally, row) && !holds(tally, row) && tally.expectation.rejects()) {
                rejected = rejected.or(() -> Optional.of(rejection(tally.expectation)));
            }
        }
        if (rejected.isPresent()) {
            throw rejected.get();
        }
    }

    /** A value too long to be asked about is none of the words. */
    private static boolean concerns(Tally tally, Row row) {
        try {
            return tally.expectation.when().holds(row);
        } catch (RejectedRow tooLong) {
            return false;
        }
    }

    private boolean holds(Tally tally, Row row) {
        long before = tally.failed;
        var said = row.findWords(tally.expectation.column());
        if (tally.expectation.rule() instanceof ExpectedRule.Filled) {
            tally.count(said.isPresent(), row, "");
        } else if (said.isPresent()) {
            judge(tally, row, said.get());
        }
        return tally.failed == before;
    }

    private void judge(Tally tally, Row row, String value) {
        switch (tally.expectation.rule()) {
            case ExpectedRule.Filled judgedBefore -> {}
            case ExpectedRule.InRange range -> tally.count(range.holds(value), row, value);
            case ExpectedRule.InPeriod period -> tally.count(period.holds(value, form), row, value);
            case ExpectedRule.OneOf words -> tally.count(words.holds(value), row, value);
            case ExpectedRule.Fresh fresh ->
                form.find(value).ifPresent(date -> tally.date(date, row.raw().line()));
            case ExpectedRule.Refers judgedWhenLookedUp -> {}
        }
    }

    private static RejectedRow rejection(Expectation expectation) {
        return new RejectedRow(
                RejectCode.NOT_AS_EXPECTED,
                expectation.column(),
                "column '%s' is expected to be a value that %s"
                        .formatted(expectation.column(), expectation.rule().inWords()));
    }

    /** All that the row refers to was found. */
    void found(Row row) {
        references(row).forEach(Tally::passed);
    }

    /** The row was rejected; what it refers to is only judged where that was why, or was found before. */
    void refused(Row row, RejectedRow why) {
        references(row)
                .filter(tally -> Header.canonical(tally.expectation.column()).equals(Header.canonical(why.column())))
                .forEach(tally -> refused(tally, row, why.code()));
    }

    private static void refused(Tally tally, Row row, RejectCode code) {
        if (code == RejectCode.UNRESOLVED_REFERENCE || code == RejectCode.AMBIGUOUS_REFERENCE) {
            // What names people is personal data.
            tally.failed(row.raw().line(), "");
        } else if (code == RejectCode.NO_ACCOUNT) {
            tally.passed();
        }
    }

    private Stream<Tally> references(Row row) {
        return tallies.stream()
                .filter(tally -> tally.expectation.rule() instanceof ExpectedRule.Refers)
                .filter(tally -> concerns(tally, row))
                .filter(tally -> row.findWords(tally.expectation.column()).isPresent());
    }

    /**
     * What it has come to at the end of the file.
     *
     * @param began when the import began; empty judges no freshness
     */
    List<HeldAgainst> results(Optional<Instant> began) {
        return tallies.stream().map(tally -> result(tally, began)).toList();
    }

    private static HeldAgainst result(Tally tally, Optional<Instant> began) {
        if (tally.expectation.rule() instanceof ExpectedRule.Fresh fresh) {
            began.ifPresent(now -> tally.newest.ifPresent(newest -> age(tally, fresh, newest, now)));
        }
        double tolerated = (1 - tally.expectation.share()) * tally.judged + ROUNDING;
        return new HeldAgainst(
                tally.expectation.column(),
                tally.expectation.inWords(),
                tally.judged,
                tally.failed,
                tally.failed <= tolerated,
                tally.examples);
    }

    private static void age(Tally tally, ExpectedRule.Fresh fresh, Instant newest, Instant now) {
        if (newest.isBefore(now.minus(Duration.ofDays(fresh.days())))) {
            tally.failed(tally.lineOfNewest, newest.toString());
        } else {
            tally.passed();
        }
    }
}
