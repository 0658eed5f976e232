package io.caucus.scoring.outcome;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.vocabulary.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A question about an account as of an instant whose answer later facts give: does it win an opportunity soon?
 *
 * @param id such as {@code account.converts}
 * @param horizon how soon
 * @param withoutWin only accounts that won nothing for so long are asked about
 */
public record AccountTarget(String id, Duration horizon, Duration withoutWin) {

    /** An account that is no customer of the last year becomes one within a quarter. */
    public static final AccountTarget CONVERTS =
            new AccountTarget("account.converts", Duration.ofDays(90), Duration.ofDays(365));

    public static final List<AccountTarget> ALL = List.of(CONVERTS);

    public AccountTarget {
        if (!horizon.isPositive() || withoutWin.isNegative()) {
            throw new IllegalArgumentException(
                    "%s has the horizon %s and asks about accounts without a win for %s; the first must be positive, the second not negative"
                            .formatted(id, horizon, withoutWin));
        }
    }

    /** The question in words, as a report heads it. */
    public String sentence() {
        return "an account with no win in the last %d days and somebody known there wins an opportunity within %d days"
                .formatted(withoutWin.toDays(), horizon.toDays());
    }

    /** Whether the question is put about the account as of the history's instant. Whether anybody works on it is no matter. */
    public boolean asksAbout(AccountHistory account) {
        var recently = account.asOf().last(withoutWin);
        return !account.employed().isEmpty() && wins(account).stream().noneMatch(recently::contains);
    }

    /** When each opportunity that is won was, as far as the history tells. One that was reopened since is not. */
    public static NavigableSet<Instant> wins(AccountHistory account) {
        var wins = new TreeSet<Instant>();
        for (var opportunity : account.opportunities()) {
            account.stageOf(opportunity.id())
                    .filter(stage -> stage.outcome() == Outcome.WON)
                    .map(StageChange::time)
                    .ifPresent(time -> wins.add(time.occurredAt()));
        }
        return wins;
    }
}
