package io.caucus.features.network;

import io.caucus.graphmodel.time.HalfLife;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * @param buyingRoles the roles of those who make or carry a purchase, and may do so again elsewhere
 * @param leastConfidence how sure a source must be of such a role
 * @param moveHalfLife how fast it fades that somebody came from where they bought
 * @param hopDiscount what a win counts for with every step in the hierarchy after the first
 * @param mostHops how many steps up and down the hierarchy are taken: 1 for parents and subsidiaries, 2 for their own as well
 */
public record NetworkParameters(
        SortedSet<CommitteeRole> buyingRoles,
        double leastConfidence,
        HalfLife moveHalfLife,
        double hopDiscount,
        int mostHops) {

    public static final NetworkParameters DEFAULT = new NetworkParameters(
            new TreeSet<>(Set.of(CommitteeRole.CHAMPION, CommitteeRole.ECONOMIC_BUYER, CommitteeRole.DECISION_MAKER)),
            0.5,
            HalfLife.ofDays(365),
            0.5,
            2);

    public NetworkParameters {
        buyingRoles = Collections.unmodifiableSortedSet(new TreeSet<>(buyingRoles));
        checkShare("leastConfidence", leastConfidence);
        checkShare("hopDiscount", hopDiscount);
        if (mostHops < 1 || mostHops > 2) {
            throw new IllegalArgumentException(
                    "mostHops is %d, must be 1 or 2; further away nothing is read of the hierarchy"
                            .formatted(mostHops));
        }
    }

    private static void checkShare(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException("%s is %s, must lie in (0, 1]".formatted(name, value));
        }
    }
}
