package io.caucus.scoring.outcome;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.OpportunityId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One row to be: what is asked about.
 *
 * @param history what its features are computed from. Rows that share one share its features
 * @param opportunity empty if the account itself is asked about
 * @param cutoff the instant as of which it is asked, never before the history's
 * @param cells of {@link Target#columns}; empty text where nothing is known
 */
public record Asked(AccountHistory history, Optional<OpportunityId> opportunity, Instant cutoff, List<String> cells) {

    public Asked {
        cells = List.copyOf(cells);
    }
}
