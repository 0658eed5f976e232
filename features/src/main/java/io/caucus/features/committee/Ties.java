package io.caucus.features.committee;

import io.caucus.features.activity.Activity;
import io.caucus.features.committee.CommitteeMap.Tie;
import io.caucus.features.committee.CommitteeMap.TieToUs;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.time.AsOf;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who works with whom, as shared interactions show.
 *
 * <p><b>Definition.</b> The weight of a tie is Σ channel weight · 2^(−age ÷ half-life) over the buyer actions of the last
 * {@link CommitteeParameters#tieWindow} that both took part in, as performer or as one it reached. One of ours has a tie to
 * those who performed an action that our person took part in: who was only copied has not dealt with us. What the seller did
 * alone ties nobody, or a mail to two strangers would make them colleagues.
 *
 * <p><b>Source.</b> The weighted one-mode projection of people and events; M. E. J. Newman, Phys. Rev. E 64 (2001), without
 * his division by the size of the event, since {@link Engagement#MOST_RECIPIENTS} bounds it.
 *
 * <p><b>Cost.</b> O(e·p²) for e actions of p participants. <b>Determinism.</b> Terms are added by rising time.
 */
record Ties(List<Tie> among, List<TieToUs> toUs) {

    private record Ends<A extends Comparable<A>>(A one, PersonId other) implements Comparable<Ends<A>> {

        @Override
        public int compareTo(Ends<A> another) {
            int byOne = one.compareTo(another.one);
            return byOne != 0 ? byOne : other.compareTo(another.other);
        }
    }

    private static final class Strength {

        private final List<EngagementId> engagements = new ArrayList<>();
        private double sum;

        private void add(Engagement action, double weight) {
            engagements.add(action.id());
            sum += weight;
        }
    }

    static Ties of(Activity activity, CommitteeParameters parameters) {
        var asOf = activity.history().asOf();
        var among = new TreeMap<Ends<PersonId>, Strength>();
        var toUs = new TreeMap<Ends<UserId>, Strength>();
        for (Engagement action : activity.actionsIn(asOf.last(parameters.tieWindow()))) {
            double weight = weight(action, asOf, parameters);
            if (weight > 0) {
                tieColleagues(activity, action, weight, among);
                tieToUs(activity, action, weight, toUs);
            }
        }
        return new Ties(
                among.entrySet().stream()
                        .map(tie -> new Tie(
                                tie.getKey().one(),
                                tie.getKey().other(),
                                tie.getValue().sum,
                                tie.getValue().engagements))
                        .toList(),
                toUs.entrySet().stream()
                        .map(tie -> new TieToUs(
                                tie.getKey().one(),
                                tie.getKey().other(),
                                tie.getValue().sum,
                                tie.getValue().engagements))
                        .toList());
    }

    private static double weight(Engagement action, AsOf asOf, CommitteeParameters parameters) {
        double channel = parameters.channelWeights().getOrDefault(action.kind().channel(), 0.0);
        return channel
                * parameters.tieHalfLife().weightAfter(asOf.ageOf(action.time().occurredAt()));
    }

    private static void tieColleagues(
            Activity activity, Engagement action, double weight, TreeMap<Ends<PersonId>, Strength> ties) {
        var took = Stream.concat(action.performedBy().stream(), action.addressedTo().stream())
                .filter(activity::isEmployed)
                .distinct()
                .sorted()
                .toList();
        for (int one = 0; one < took.size(); one++) {
            for (PersonId other : took.subList(one + 1, took.size())) {
                strength(ties, new Ends<>(took.get(one), other)).add(action, weight);
            }
        }
    }

    private static void tieToUs(
            Activity activity, Engagement action, double weight, TreeMap<Ends<UserId>, Strength> ties) {
        for (UserId user : action.users()) {
            for (PersonId person : activity.performersOf(action)) {
                strength(ties, new Ends<>(user, person)).add(action, weight);
            }
        }
    }

    private static <A extends Comparable<A>> Strength strength(TreeMap<Ends<A>, Strength> ties, Ends<A> ends) {
        return ties.computeIfAbsent(ends, none -> new Strength());
    }
}
