package io.caucus.features.champion;

import io.caucus.features.EvidenceItem;
import io.caucus.features.activity.Activity;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Those whom a record calls champion on an open opportunity of the account.
 *
 * @param here employed at the account
 * @param gone not, or not any more
 */
record Stated(SortedSet<PersonId> here, SortedSet<PersonId> gone) {

    static Stated of(Activity activity) {
        var history = activity.history();
        var stated = new Stated(new TreeSet<>(), new TreeSet<>());
        history.roles().stream()
                .filter(holding -> holding.role() == CommitteeRole.CHAMPION
                        && holding.holdsAt(history.asOf())
                        && isOpen(holding, history))
                .map(RoleHolding::person)
                .forEach(person -> (activity.isEmployed(person) ? stated.here : stated.gone).add(person));
        return stated;
    }

    static List<EvidenceItem.Seat> cite(SortedSet<PersonId> holders) {
        return List.of(new EvidenceItem.Seat(CommitteeRole.CHAMPION, 1, List.copyOf(holders)));
    }

    private static boolean isOpen(RoleHolding holding, AccountHistory history) {
        return history.opportunities().stream().anyMatch(deal -> deal.id().equals(holding.opportunity()))
                && history.isOpen(holding.opportunity());
    }
}
