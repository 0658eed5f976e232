package io.caucus.features;

import io.caucus.graphmodel.time.AsOf;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;

/** One number of the catalogue: what it means, how it is worked out and what the statement that recomputes it has to know. */
public interface Feature {

    FeatureDefinition definition();

    /**
     * The value, and through {@code citations} what it was made of. Both come from this one method, so an explanation can
     * never tell of another number than the one that was used.
     */
    FeatureValue compute(AccountContext account, Citations citations);

    /**
     * The parameters of {@code cypher/features/<id>.cypher} beside {@code accountId} and {@code asOf}: numbers, words,
     * lists of them, and instants as {@link java.time.ZonedDateTime}. An {@code asOf} among them takes the place of the instant
     * that was asked about.
     */
    Map<String, Object> statementParameters(AsOf asOf);

    /** The instant after which things lie in the window, as a statement takes it. */
    static ZonedDateTime since(AsOf asOf, Duration window) {
        return asOf.last(window).after().atZone(ZoneOffset.UTC);
    }
}
