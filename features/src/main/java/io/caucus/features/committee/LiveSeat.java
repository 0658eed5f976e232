package io.caucus.features.committee;

import io.caucus.features.EvidenceItem;
import io.caucus.features.committee.CommitteeMap.LastAction;
import io.caucus.features.committee.CommitteeMap.Member;
import io.caucus.features.committee.CommitteeMap.Seat;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A seat that the template requires, and how much of it is filled by people who are still there: Σ P(role | person) ·
 * active(person) ÷ required. Somebody is active while engaged, and half as much with every half-life after.
 *
 * @param shares P · active of everyone who shows a sign of the role, by person
 */
public record LiveSeat(CommitteeRole role, int required, SortedMap<PersonId, Double> shares) {

    /** Cut-points are compared with this much slack, or the rounding of an exponential would decide on which side a seat lies. */
    static final double ROUNDING = 1e-9;

    /** Those of an account as of an instant, in the order of roles. */
    public static List<LiveSeat> of(CommitteeMap committee, CommitteeParameters parameters, AsOf asOf) {
        var active = new TreeMap<PersonId, Double>();
        committee.members().forEach(member -> active.put(member.person(), active(member, parameters, asOf)));
        return committee.requiredSeats().stream()
                .map(seat -> of(seat, committee.likelyRoles(), active))
                .toList();
    }

    private static LiveSeat of(Seat seat, List<LikelyRole> likelyRoles, SortedMap<PersonId, Double> active) {
        var shares = new TreeMap<PersonId, Double>();
        likelyRoles.stream()
                .filter(likely -> likely.role() == seat.role())
                .forEach(likely ->
                        shares.put(likely.person(), likely.probability() * active.getOrDefault(likely.person(), 0.0)));
        return new LiveSeat(seat.role(), seat.required(), shares);
    }

    static double active(Member member, CommitteeParameters parameters, AsOf asOf) {
        return member.lastAction()
                .map(LastAction::at)
                .map(at -> parameters.activeFor(asOf.ageOf(at)))
                .orElse(0.0);
    }

    /** In [0, 1]. */
    public double live() {
        double sum = 0;
        for (double share : shares.values()) {
            sum += share;
        }
        return Math.min(1, sum / required);
    }

    /** Whether it is so little filled that it counts as empty. */
    public boolean isMissing(CommitteeParameters parameters) {
        return live() < parameters.leastLive() - ROUNDING;
    }

    /** With those who fill it, who most of it first. */
    EvidenceItem.LiveSeat cite() {
        return new EvidenceItem.LiveSeat(
                role,
                required,
                live(),
                shares.entrySet().stream()
                        .filter(share -> share.getValue() > 0)
                        .sorted(Map.Entry.<PersonId, Double>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    /** Whether anybody employed at the account shows a sign of a seat's role: else there is nothing to go by. */
    static boolean isAnyoneLikely(List<LiveSeat> seats) {
        return seats.stream().anyMatch(seat -> !seat.shares().isEmpty());
    }
}
