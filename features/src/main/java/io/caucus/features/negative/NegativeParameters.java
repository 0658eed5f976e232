package io.caucus.features.negative;

import io.caucus.graphmodel.vocabulary.ConversationSignal;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * @param window how long what was said counts
 * @param leastConfidence how sure an extractor must be of what it heard
 * @param objections the signals that are objections
 * @param resolving what, said after an objection, closes it
 * @param patience so many business days of silence are one that tells something
 * @param quietSpan the stretch that may be quiet
 * @param quietPast how far back stretches of the same length are compared with it
 * @param quietStep from the end of one of them to the end of the next
 * @param fewestStretches with fewer of them than this, nothing is said
 * @param quietQuantile the share of them that may have been as quiet
 */
public record NegativeParameters(
        Duration window,
        double leastConfidence,
        SortedSet<ConversationSignal> objections,
        SortedSet<ConversationSignal> resolving,
        int patience,
        Duration quietSpan,
        Duration quietPast,
        Duration quietStep,
        int fewestStretches,
        double quietQuantile) {

    public static final NegativeParameters DEFAULT = new NegativeParameters(
            Duration.ofDays(90),
            0.5,
            new TreeSet<>(EnumSet.of(
                    ConversationSignal.OBJECTION_BUDGET,
                    ConversationSignal.OBJECTION_TIMING,
                    ConversationSignal.OBJECTION_CAPABILITY,
                    ConversationSignal.OBJECTION_SECURITY)),
            new TreeSet<>(EnumSet.of(ConversationSignal.POSITIVE_REPLY, ConversationSignal.MEETING_BOOKED)),
            10,
            Duration.ofDays(14),
            Duration.ofDays(365),
            Duration.ofDays(1),
            60,
            0.01);

    public NegativeParameters {
        objections = Collections.unmodifiableSortedSet(new TreeSet<>(objections));
        resolving = Collections.unmodifiableSortedSet(new TreeSet<>(resolving));
        if (!(leastConfidence > 0 && leastConfidence <= 1)) {
            throw new IllegalArgumentException("leastConfidence is %s, must lie in (0, 1]".formatted(leastConfidence));
        }
        if (patience < 1) {
            throw new IllegalArgumentException("patience is %d business days, must be at least 1".formatted(patience));
        }
        if (quietPast.compareTo(quietSpan.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("quietPast is %s, must hold two stretches of quietSpan %s at least"
                    .formatted(quietPast, quietSpan));
        }
        if (!quietStep.isPositive()) {
            throw new IllegalArgumentException("quietStep is %s, must be positive".formatted(quietStep));
        }
        if (fewestStretches < 1) {
            throw new IllegalArgumentException("fewestStretches is %d, must be at least 1".formatted(fewestStretches));
        }
        if (!(quietQuantile > 0 && quietQuantile < 1)) {
            throw new IllegalArgumentException("quietQuantile is %s, must lie in (0, 1)".formatted(quietQuantile));
        }
    }
}
