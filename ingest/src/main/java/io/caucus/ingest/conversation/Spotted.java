package io.caucus.ingest.conversation;

import io.caucus.graphmodel.fact.SignalReading.Signal;

/**
 * A signal and the words that show it.
 *
 * @param start the first character of them in the text
 * @param end the first character after them
 */
public record Spotted(Signal signal, int start, int end) {

    public Spotted {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "signal %s spans characters %d to %d, must span at least one".formatted(signal.kind(), start, end));
        }
    }
}
