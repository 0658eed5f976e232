package io.caucus.scoring.outcome;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.time.FactTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether an account that is no customer wins an opportunity soon. Accounts that nobody works on are asked about as well.
 *
 * @param horizon how soon
 * @param withoutWin only accounts that won nothing for so long are asked about
 */
public record AccountTarget(String id, Duration horizon, Duration withoutWin) implements Target {

    /** An account that is no customer of the last year becomes one within a quarter. */
    public static final AccountTarget CONVERTS =
            new AccountTarget("account.converts", Duration.ofDays(90), Duration.ofDays(365));

    public AccountTarget {
        if (!horizon.isPositive() || withoutWin.isNegative()) {
            throw new IllegalArgumentException(
                    "%s has the horizon %s and asks about accounts without a win for %s; the first must be positive, the second not negative"
                            .formatted(id, horizon, withoutWin));
        }
    }

    @Override
    public String sentence() {
        return "an account with no win in the last %d days and somebody known there wins an opportunity within %d days"
                .formatted(withoutWin.toDays(), horizon.toDays());
    }

    @Override
    public String accountRole() {
        return "id";
    }

    @Override
    public String asOfRole() {
        return "cutoff";
    }

    @Override
    public List<TargetColumn> columns() {
        return List.of();
    }

    @Override
    public List<Asked> asks(AccountHistory account) {
        var recently = account.asOf().last(withoutWin);
        boolean isCustomer =
                Outcomes.wins(account).stream().map(FactTime::occurredAt).anyMatch(recently::contains);
        return isCustomer || account.employed().isEmpty()
                ? List.of()
                : List.of(new Asked(account, Optional.empty(), account.asOf().instant(), List.of()));
    }

    @Override
    public Optional<Instant> cameTrue(Asked asked, Outcomes outcomes) {
        var history = asked.history();
        return outcomes.winNotSeen(history.account().id(), history.asOf());
    }
}
