package io.caucus.features.network;

import io.caucus.features.graph.FastRp;
import io.caucus.features.graph.RandomWalk;
import io.caucus.graphmodel.time.HalfLife;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * @param buyingRoles the roles of those who make or carry a purchase, and may do so again elsewhere
 * @param leastConfidence how sure a source must be of such a role
 * @param moveHalfLife how fast it fades that somebody came from where they bought
 * @param hopDiscount what a win counts for with every step in the hierarchy after the first
 * @param mostHops how many steps up and down the hierarchy are taken: 1 for parents and subsidiaries, 2 for their own as well
 * @param walk of the walk from those that bought
 * @param embedding in what space accounts are near or far
 * @param neighbours how many of the nearest whose outcome is known are asked
 * @param priorOutcomes how many outcomes the base rate is worth beside theirs
 * @param recent how far back it is of late that somebody invested
 * @param mostTies how many ties a warm path may have
 * @param warmthScale how strong a tie is that is worth one half on a warm path
 * @param mostInvestors an account with more investors than this brings nobody together
 * @param exits what is made of investors' companies that went public or were bought
 */
public record NetworkParameters(
        SortedSet<CommitteeRole> buyingRoles,
        double leastConfidence,
        HalfLife moveHalfLife,
        double hopDiscount,
        int mostHops,
        RandomWalk walk,
        FastRp.Settings embedding,
        int neighbours,
        double priorOutcomes,
        Duration recent,
        int mostTies,
        double warmthScale,
        int mostInvestors,
        ExitParameters exits) {

    public static final NetworkParameters DEFAULT = new NetworkParameters(
            new TreeSet<>(Set.of(CommitteeRole.CHAMPION, CommitteeRole.ECONOMIC_BUYER, CommitteeRole.DECISION_MAKER)),
            0.5,
            HalfLife.ofDays(365),
            0.5,
            2,
            RandomWalk.STANDARD,
            new FastRp.Settings(64, -0.5, List.of(1.0, 1.0, 1.0, 1.0), 1),
            20,
            20,
            Duration.ofDays(3 * 365),
            3,
            1,
            200,
            ExitParameters.DEFAULT);

    public NetworkParameters {
        buyingRoles = Collections.unmodifiableSortedSet(new TreeSet<>(buyingRoles));
        checkShare("leastConfidence", leastConfidence);
        checkShare("hopDiscount", hopDiscount);
        if (mostHops < 1 || mostHops > 2) {
            throw new IllegalArgumentException(
                    "mostHops is %d, must be 1 or 2; further away nothing is read of the hierarchy"
                            .formatted(mostHops));
        }
        if (neighbours < 1) {
            throw new IllegalArgumentException("neighbours are %d, must be at least 1".formatted(neighbours));
        }
        if (!(priorOutcomes > 0 && priorOutcomes < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "priorOutcomes is %s, must be positive and finite".formatted(priorOutcomes));
        }
        if (!recent.isPositive()) {
            throw new IllegalArgumentException("recent is %s, must be positive".formatted(recent));
        }
        if (mostTies < 1) {
            throw new IllegalArgumentException("mostTies is %d, must be at least 1".formatted(mostTies));
        }
        if (!(warmthScale > 0 && warmthScale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("warmthScale is %s, must be positive and finite".formatted(warmthScale));
        }
        if (mostInvestors < 2) {
            throw new IllegalArgumentException(
                    "mostInvestors is %d, must be at least 2; fewer invest with nobody".formatted(mostInvestors));
        }
    }

    private static void checkShare(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException("%s is %s, must lie in (0, 1]".formatted(name, value));
        }
    }
}
