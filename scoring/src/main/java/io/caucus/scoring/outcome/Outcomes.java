package io.caucus.scoring.outcome;

import io.caucus.features.FeatureVector;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.AccountId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;

/** What came of accounts: their wins by key, gathered from histories as of a later instant. */
public final class Outcomes {

    private final Map<AccountId, NavigableSet<Instant>> wins = new HashMap<>();

    /** Remembers the account's wins, under every key that it ever had, since rows of an earlier instant may bear another. */
    public void note(AccountHistory later) {
        var all = AccountTarget.wins(later);
        if (!all.isEmpty()) {
            later.account().records().forEach(key -> wins.put(key, all));
        }
    }

    /** When the account of a row first won after the row's instant; empty if it did not, as far as is known. */
    public Optional<Instant> after(FeatureVector row) {
        return Optional.ofNullable(wins.get(row.account()))
                .flatMap(all -> Optional.ofNullable(all.higher(row.asOf().instant())));
    }
}
