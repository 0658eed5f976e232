package io.caucus.features.engagement;

import io.caucus.features.activity.Activity;
import io.caucus.features.algorithms.PoissonRateTest;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.HalfLife;
import io.caucus.graphmodel.time.Window;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * When the account acts, and with what.
 *
 * @param shortWindow the recent past of momentum
 * @param longWindow what momentum compares it with; also how long an account stays new, or re-engaged
 * @param shrinkage what is added to both counts, so that few actions make no great momentum
 * @param burstGap this much silence ends a burst
 * @param dormancy this much silence makes an account dormant, and its next action a return
 * @param surge the stretch in which a sudden rise is looked for
 * @param baseline the stretch before it
 * @param significance a rise less likely than this by chance alone is one
 * @param risingMomentum momentum from here on is acceleration, …
 * @param fewestRising … with at least so many actions in the short window
 * @param coolingMomentum momentum down to here is cooling
 * @param intensity how much an action adds, and how fast it fades
 * @param channelSpan the length of the busiest stretch, in which channels are counted
 * @param content how far back it is looked at what actions concerned, and what its names tell
 * @param returns what a return visit is
 * @param replies what an answer to us is
 * @param handRaises by what the account asks for us
 */
public record EngagementParameters(
        Duration shortWindow,
        Duration longWindow,
        double shrinkage,
        Duration burstGap,
        Duration dormancy,
        Duration surge,
        Duration baseline,
        double significance,
        double risingMomentum,
        int fewestRising,
        double coolingMomentum,
        Intensity intensity,
        Duration channelSpan,
        Content content,
        Returns returns,
        Replies replies,
        HandRaises handRaises) {

    /** @param actionWeights positive for every kind: what one action adds when it is new */
    public record Intensity(
            SortedMap<EngagementKind, Double> actionWeights,
            HalfLife shortHalfLife,
            HalfLife middleHalfLife,
            HalfLife longHalfLife) {

        public Intensity {
            actionWeights = Collections.unmodifiableSortedMap(new TreeMap<>(actionWeights));
            for (EngagementKind kind : EngagementKind.values()) {
                if (!(actionWeights.getOrDefault(kind, 0.0) > 0)) {
                    throw new IllegalArgumentException("weight of action %s is %s, must be positive for every kind"
                            .formatted(kind, actionWeights.get(kind)));
                }
            }
        }

        double weight(EngagementKind kind) {
            return actionWeights.getOrDefault(kind, 0.0);
        }

        /** As a statement takes it: weights by the names of kinds. */
        Map<String, Double> weightsByName() {
            var weights = new TreeMap<String, Double>();
            actionWeights.forEach((kind, weight) -> weights.put(kind.name(), weight));
            return weights;
        }
    }

    /**
     * @param window how long what an action concerned counts
     * @param proofWindow how long prices and proof count as looked at together
     */
    public record Content(Duration window, Duration proofWindow, ContentWords words) {}

    /**
     * @param kinds of engagement that are visits
     * @param session visits that follow each other faster than this are one
     * @param within a visit so long after the one before is a return
     */
    public record Returns(SortedSet<EngagementKind> kinds, Duration session, Duration within) {

        public Returns {
            kinds = unmodifiable(kinds);
            checkLonger("within", within, "session", session);
        }
    }

    /**
     * @param kinds of engagement by which we write and they answer
     * @param window how long an answer counts
     * @param within what they write later than this after our message is no answer to it
     */
    public record Replies(SortedSet<EngagementKind> kinds, Duration window, Duration within) {

        public Replies {
            kinds = unmodifiable(kinds);
        }
    }

    /**
     * @param kinds of action that ask for us
     * @param signals in the words of an action that ask for us, …
     * @param leastConfidence … if they were heard as surely as this
     */
    public record HandRaises(
            SortedSet<EngagementKind> kinds, SortedSet<ConversationSignal> signals, double leastConfidence) {

        public HandRaises {
            kinds = unmodifiable(kinds);
            signals = unmodifiable(signals);
            if (!(leastConfidence > 0 && leastConfidence <= 1)) {
                throw new IllegalArgumentException(
                        "leastConfidence is %s, must lie in (0, 1]".formatted(leastConfidence));
            }
        }
    }

    public static final EngagementParameters DEFAULT = new EngagementParameters(
            Duration.ofDays(7),
            Duration.ofDays(30),
            0.5,
            Duration.ofDays(14),
            Duration.ofDays(42),
            Duration.ofDays(3),
            Duration.ofDays(28),
            0.01,
            2,
            3,
            0.5,
            new Intensity(actionWeights(), HalfLife.ofDays(3), HalfLife.ofDays(14), HalfLife.ofDays(60)),
            Duration.ofDays(14),
            new Content(Duration.ofDays(90), Duration.ofDays(14), ContentWords.standard()),
            new Returns(
                    new TreeSet<>(EnumSet.of(EngagementKind.VISIT, EngagementKind.PRICING_VISIT)),
                    Duration.ofMinutes(30),
                    Duration.ofDays(2)),
            new Replies(
                    new TreeSet<>(EnumSet.of(EngagementKind.EMAIL, EngagementKind.REPLY)),
                    Duration.ofDays(90),
                    Duration.ofDays(30)),
            new HandRaises(
                    new TreeSet<>(EnumSet.of(EngagementKind.FORM)),
                    new TreeSet<>(EnumSet.of(ConversationSignal.ASKS_PRICE, ConversationSignal.MEETING_BOOKED)),
                    0.5));

    public EngagementParameters {
        checkLonger("longWindow", longWindow, "shortWindow", shortWindow);
        checkLonger("dormancy", dormancy, "longWindow", longWindow);
        checkLonger("dormancy", dormancy, "surge and baseline", surge.plus(baseline));
        checkLonger("longWindow", longWindow, "channelSpan", channelSpan);
        if (!(shrinkage > 0)) {
            throw new IllegalArgumentException("shrinkage is %s, must be positive".formatted(shrinkage));
        }
        if (!(significance > 0 && significance < 1)) {
            throw new IllegalArgumentException("significance is %s, must lie in (0, 1)".formatted(significance));
        }
        if (!(coolingMomentum < risingMomentum)) {
            throw new IllegalArgumentException("coolingMomentum is %s, must lie below risingMomentum %s"
                    .formatted(coolingMomentum, risingMomentum));
        }
    }

    private static void checkLonger(String name, Duration longer, String than, Duration shorter) {
        if (longer.compareTo(shorter) <= 0) {
            throw new IllegalArgumentException(
                    "%s is %s, must be longer than %s %s".formatted(name, longer, than, shorter));
        }
    }

    /** (n_short + s)/short ÷ (n_long + s)/long. */
    double momentum(int inShort, int inLong) {
        return (inShort + shrinkage) / shortWindow.toDays() / ((inLong + shrinkage) / longWindow.toDays());
    }

    /** Which actions, oldest first, began another burst after the first. */
    List<Integer> returnsAfterSilence(List<Engagement> actions) {
        return IntStream.range(1, actions.size())
                .filter(i -> !actions.get(i)
                        .time()
                        .occurredAt()
                        .isBefore(actions.get(i - 1).time().occurredAt().plus(burstGap)))
                .boxed()
                .toList();
    }

    /**
     * How likely chance alone would bring as many actions into the surge, given those of the surge and of the baseline before it.
     *
     * @see PoissonRateTest
     */
    double surgeP(Activity activity, AsOf asOf) {
        var recent = asOf.last(surge);
        var before = new Window(recent.after().minus(baseline), recent.after());
        return PoissonRateTest.higherRateP(
                activity.countIn(recent), (double) surge.toMillis(), activity.countIn(before), (double)
                        baseline.toMillis());
    }

    /** Whoever meets, answers or passes something on gives more of themselves than whoever looks at a page. */
    private static SortedMap<EngagementKind, Double> actionWeights() {
        var weights = new EnumMap<EngagementKind, Double>(EngagementKind.class);
        Arrays.stream(EngagementKind.values()).forEach(kind -> weights.put(kind, actionWeight(kind)));
        return new TreeMap<>(weights);
    }

    private static double actionWeight(EngagementKind kind) {
        return switch (kind) {
            case MEETING, FORWARD, INTRODUCTION, FORM -> 4;
            case CALL, REPLY, EVENT -> 3;
            case EMAIL, CHAT, WEBINAR, DOWNLOAD, PRICING_VISIT, PRODUCT_USE -> 2;
            case VISIT, TASK, NOTE -> 1;
        };
    }

    private static <E extends Enum<E>> SortedSet<E> unmodifiable(Set<E> words) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(words));
    }
}
