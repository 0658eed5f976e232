package io.caucus.scoring.outcome;

import io.caucus.graphmodel.AccountHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether an open opportunity is won soon. One that was lost, or is still open then, was not. */
record WinTarget() implements Target {

    private static final Duration HORIZON = Duration.ofDays(90);

    /** Younger ones are often created when they are as good as won. */
    private static final int LEAST_AGE_DAYS = 2;

    private static final TargetColumn OPPORTUNITY =
            new TargetColumn("opportunityId", "Our key of the opportunity.", "id", "category", "system");

    @Override
    public String id() {
        return "opportunity.win";
    }

    @Override
    public String sentence() {
        return "an opportunity that has been open for at least %d days is won within %d days"
                .formatted(LEAST_AGE_DAYS, HORIZON.toDays());
    }

    @Override
    public Duration horizon() {
        return HORIZON;
    }

    @Override
    public String accountRole() {
        return "group";
    }

    @Override
    public String asOfRole() {
        return "cutoff";
    }

    @Override
    public List<TargetColumn> columns() {
        return Stream.concat(Stream.of(OPPORTUNITY), OpenOpportunity.COLUMNS.stream())
                .toList();
    }

    @Override
    public List<Asked> asks(AccountHistory account) {
        return OpenOpportunity.of(account)
                .filter(open -> open.ageDays() >= LEAST_AGE_DAYS)
                .map(open -> new Asked(
                        open.history(),
                        Optional.of(open.opportunity().id()),
                        account.asOf().instant(),
                        Stream.concat(Stream.of(open.opportunity().id().value()), open.cells().stream())
                                .toList()))
                .toList();
    }

    @Override
    public Optional<Instant> cameTrue(Asked asked, Outcomes outcomes) {
        return outcomes.won(asked.opportunity().orElseThrow());
    }
}
