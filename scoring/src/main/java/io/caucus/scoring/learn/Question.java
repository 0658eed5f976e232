package io.caucus.scoring.learn;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a model is asked: one unit as of one instant, with nothing of what became of it.
 *
 * @param numbers of inputs that are numbers, dates or flags, in the order of {@link TableSchema#inputs}; NaN if missing
 * @param words of inputs that are categories; null if missing
 */
@SuppressWarnings("ArrayRecordComponent") // large, and never compared
public record Question(
        String id,
        Instant cutoff,
        double[] numbers,
        @Nullable String[] words) {

    boolean has(int input) {
        return words[input] != null || !Double.isNaN(numbers[input]);
    }
}
