package io.caucus.features.committee;

import io.caucus.graphmodel.time.HalfLife;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.EngagementKind.Channel;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * @param engagedFor how long an action keeps its performer engaged
 * @param tieWindow interactions older than this make no tie; at three half-lives little is left of them
 * @param tieHalfLife how fast a tie fades
 * @param channelWeights what one interaction adds to a tie; a channel that is not named makes none
 * @param leastConfidence how sure a source must be of a role for its holder to be assigned
 * @param decisionSeats the roles whose holders say yes or no
 * @param templates the seats required, by segment
 * @param roles how signs of a role are weighed
 * @param activeHalfLife how fast somebody who is no longer engaged ceases to be active
 * @param leastLive a seat that is filled to less by active people is missing
 * @param mutualChannels where both sides take part at once, so that one engagement ties two ways
 * @param coordination how acting on the same days is told from chance
 * @param conflict what counts as resistance, and whose weighs how much
 * @param stages the cut-points of the stages
 */
public record CommitteeParameters(
        Duration engagedFor,
        Duration tieWindow,
        HalfLife tieHalfLife,
        SortedMap<Channel, Double> channelWeights,
        double leastConfidence,
        SortedSet<CommitteeRole> decisionSeats,
        CommitteeTemplates templates,
        RoleParameters roles,
        HalfLife activeHalfLife,
        double leastLive,
        SortedSet<Channel> mutualChannels,
        CoordinationParameters coordination,
        ConflictParameters conflict,
        StageParameters stages) {

    public static final CommitteeParameters DEFAULT = new CommitteeParameters(
            Duration.ofDays(30),
            Duration.ofDays(90),
            HalfLife.ofDays(30),
            new TreeMap<>(Map.of(
                    Channel.MEETING,
                    1.0,
                    Channel.CALL,
                    1.0,
                    Channel.EMAIL,
                    0.5,
                    Channel.CHAT,
                    0.5,
                    Channel.EVENT,
                    0.1)),
            0.5,
            new TreeSet<>(Set.of(
                    CommitteeRole.ECONOMIC_BUYER, CommitteeRole.DECISION_MAKER, CommitteeRole.EXECUTIVE_SPONSOR)),
            CommitteeTemplates.shipped(),
            RoleParameters.DEFAULT,
            HalfLife.ofDays(30),
            0.5,
            new TreeSet<>(Set.of(Channel.MEETING, Channel.CALL, Channel.CHAT)),
            CoordinationParameters.DEFAULT,
            ConflictParameters.DEFAULT,
            StageParameters.DEFAULT);

    public CommitteeParameters {
        channelWeights = Collections.unmodifiableSortedMap(new TreeMap<>(channelWeights));
        decisionSeats = Collections.unmodifiableSortedSet(new TreeSet<>(decisionSeats));
        mutualChannels = Collections.unmodifiableSortedSet(new TreeSet<>(mutualChannels));
        channelWeights.forEach((channel, weight) -> {
            if (!(weight > 0)) {
                throw new IllegalArgumentException(
                        "weight of channel %s is %s, must be positive; leave the channel out to have it make no ties"
                                .formatted(channel, weight));
            }
        });
        if (!(leastConfidence > 0 && leastConfidence <= 1)) {
            throw new IllegalArgumentException("leastConfidence is %s, must lie in (0, 1]".formatted(leastConfidence));
        }
        if (!(leastLive > 0 && leastLive <= 1)) {
            throw new IllegalArgumentException("leastLive is %s, must lie in (0, 1]".formatted(leastLive));
        }
    }

    /** How active somebody is whose last action is so old, in [0, 1]. */
    double activeFor(Duration age) {
        var silent = age.minus(engagedFor);
        return silent.isPositive() ? activeHalfLife.weightAfter(silent) : 1;
    }
}
