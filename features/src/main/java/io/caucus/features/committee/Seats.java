package io.caucus.features.committee;

import io.caucus.features.activity.Activity;
import io.caucus.features.committee.CommitteeMap.Holder;
import io.caucus.features.committee.CommitteeMap.Seat;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who holds which role on an open opportunity, as far as they are employed at the account. */
final class Seats {

    private static final Comparator<RoleHolding> SUREST_FIRST =
            Comparator.comparingDouble(RoleHolding::confidence).reversed().thenComparing(RoleHolding::source);

    private Seats() {}

    static List<Seat> of(Activity activity, CommitteeParameters parameters) {
        var holders = holders(activity, parameters);
        var required = parameters.templates().of(activity.history()).required();
        var seats = new ArrayList<Seat>();
        required.forEach((role, people) -> seats.add(new Seat(role, people, holders.getOrDefault(role, List.of()))));
        holders.forEach((role, people) -> {
            if (!required.containsKey(role)) {
                seats.add(new Seat(role, 0, people));
            }
        });
        return seats;
    }

    private static SortedMap<CommitteeRole, List<Holder>> holders(Activity activity, CommitteeParameters parameters) {
        var surest = new TreeMap<CommitteeRole, SortedMap<PersonId, RoleHolding>>();
        holdings(activity).stream()
                .sorted(SUREST_FIRST)
                .forEach(role -> surest.computeIfAbsent(role.role(), nobody -> new TreeMap<>())
                        .putIfAbsent(role.person(), role));
        var holders = new TreeMap<CommitteeRole, List<Holder>>();
        surest.forEach((role, people) -> holders.put(
                role,
                people.values().stream()
                        .sorted(SUREST_FIRST.thenComparing(RoleHolding::person))
                        .map(holding -> holder(holding, parameters))
                        .toList()));
        return holders;
    }

    /** What people employed at the account hold on open opportunities, by all sources. */
    static List<RoleHolding> holdings(Activity activity) {
        var open = openOpportunities(activity.history());
        return activity.history().roles().stream()
                .filter(role -> role.holdsAt(activity.history().asOf())
                        && open.contains(role.opportunity())
                        && activity.employed().containsKey(role.person()))
                .toList();
    }

    private static Holder holder(RoleHolding holding, CommitteeParameters parameters) {
        return new Holder(
                holding.person(),
                holding.source(),
                holding.confidence(),
                holding.confidence() >= parameters.leastConfidence());
    }

    private static Set<OpportunityId> openOpportunities(AccountHistory history) {
        return history.openOpportunities().stream().map(Opportunity::id).collect(Collectors.toSet());
    }
}
