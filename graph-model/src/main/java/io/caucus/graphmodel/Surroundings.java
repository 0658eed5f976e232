package io.caucus.graphmodel;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.time.AsOf;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What lies around an account, at other accounts, as known by the same instant: where its people were before, who belongs to the
 * same owner, who has the same investors and partners, and what was won there. Nothing in it tells of the account's own opportunities.
 *
 * <p>Example: Ana works at Acme. That she was champion when Globex bought is a role of hers there and a win of Globex; that Initech
 * belongs to Acme's parent is a link of the hierarchy between these two, while the link from Acme to its parent is in the
 * {@link AccountHistory} itself.
 *
 * @param jobs at other accounts, of whoever is or was employed here
 * @param roles on opportunities of other accounts, of whoever is or was employed here
 * @param hierarchy who belongs to whom among other accounts, as far as one of the two is a parent or a subsidiary of this one
 * @param companions other accounts that bought and share an investor or a partner with this one
 * @param wins of all accounts that the rest names
 */
public record Surroundings(
        List<Employment> jobs,
        List<RoleHolding> roles,
        List<Subsidiary> hierarchy,
        List<Companion> companions,
        List<Win> wins) {

    public static final Surroundings NONE = new Surroundings(List.of(), List.of(), List.of(), List.of(), List.of());

    /** An investor or partner of more accounts than this connects nobody, and is passed over. */
    public static final int MOST_ACCOUNTS_OF_ONE = 1000;

    /**
     * A way to another account that bought.
     *
     * @param through the investor or partner that both have
     * @param degree how many investors, or partners, the other account has
     */
    public record Companion(EntityRef through, AccountId account, int degree) {}

    public Surroundings {
        jobs = sorted(
                jobs,
                Comparator.comparing(Employment::person)
                        .thenComparing(Employment::account)
                        .thenComparing(Employment::time)
                        .thenComparing(job -> job.title().orElse("")));
        roles = sorted(
                roles,
                Comparator.comparing(RoleHolding::person)
                        .thenComparing(RoleHolding::opportunity)
                        .thenComparing(RoleHolding::role)
                        .thenComparing(RoleHolding::source)
                        .thenComparing(RoleHolding::time));
        hierarchy = sorted(
                hierarchy,
                Comparator.comparing(Subsidiary::subsidiary)
                        .thenComparing(Subsidiary::parent)
                        .thenComparing(Subsidiary::time));
        companions = sorted(companions, Comparator.comparing(Companion::through).thenComparing(Companion::account));
        wins = sorted(wins, Comparator.naturalOrder());
    }

    /** The same, where facts are told more than once; each becomes one, as the newest telling that can be seen says. */
    public static Surroundings of(
            AsOf asOf,
            Collection<Employment> jobs,
            Collection<RoleHolding> roles,
            Collection<Subsidiary> hierarchy,
            Collection<Companion> companions,
            Collection<Win> wins) {
        var retold = new Retold(asOf);
        return new Surroundings(
                retold.employments(seen(jobs, asOf)),
                retold.roles(seen(roles, asOf)),
                retold.subsidiaries(seen(hierarchy, asOf)),
                List.copyOf(companions),
                List.copyOf(wins));
    }

    /** What was won at one account, oldest first. */
    public List<Win> winsOf(AccountId account) {
        return wins.stream().filter(win -> win.account().equals(account)).toList();
    }

    private static <F extends Fact> List<F> seen(Collection<F> facts, AsOf asOf) {
        return facts.stream().filter(fact -> asOf.sees(fact.time())).toList();
    }

    private static <F> List<F> sorted(Collection<F> facts, Comparator<? super F> order) {
        return facts.stream().distinct().sorted(order).toList();
    }
}
