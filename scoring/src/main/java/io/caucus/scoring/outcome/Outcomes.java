package io.caucus.scoring.outcome;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.Outcome;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came of accounts and their opportunities, gathered from histories as of a later instant. */
public final class Outcomes {

    private final Map<AccountId, List<FactTime>> wins = new HashMap<>();
    private final Map<OpportunityId, StageChange> ends = new HashMap<>();

    /** Remembers what came of the account, under every key that it ever had, since rows of an earlier instant may bear another. */
    public void note(AccountHistory later) {
        var won = wins(later);
        if (!won.isEmpty()) {
            later.account().records().forEach(key -> wins.put(key, won));
        }
        ends(later).forEach(end -> ends.put(end.opportunity(), end));
    }

    /** When each opportunity that is won was, the earliest first. One that was reopened since is not. */
    static List<FactTime> wins(AccountHistory account) {
        return ends(account).stream()
                .filter(end -> end.outcome() == Outcome.WON)
                .map(StageChange::time)
                .sorted()
                .toList();
    }

    private static List<StageChange> ends(AccountHistory account) {
        return account.opportunities().stream()
                .flatMap(opportunity -> account.stageOf(opportunity.id()).stream())
                .filter(stage -> stage.outcome() != Outcome.OPEN)
                .toList();
    }

    /** When the account won the first opportunity that it was not yet known to have won. */
    Optional<Instant> winNotSeen(AccountId account, AsOf by) {
        return wins.getOrDefault(account, List.of()).stream()
                .filter(win -> !by.sees(win))
                .map(FactTime::occurredAt)
                .findFirst();
    }

    /** When the opportunity was won; empty if it is open or was lost. */
    Optional<Instant> won(OpportunityId opportunity) {
        return end(opportunity)
                .filter(end -> end.outcome() == Outcome.WON)
                .map(end -> end.time().occurredAt());
    }

    /** When the opportunity was won or lost; empty if it is open. */
    Optional<Instant> closed(OpportunityId opportunity) {
        return end(opportunity).map(end -> end.time().occurredAt());
    }

    private Optional<StageChange> end(OpportunityId opportunity) {
        return Optional.ofNullable(ends.get(opportunity));
    }
}
