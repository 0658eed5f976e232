package io.caucus.cypher;

import io.caucus.graphmodel.assessment.KeptInfluences;
import io.caucus.graphmodel.assessment.KeptInfluences.Influence;
import java.time.Duration;
import java.util.Map;

/** Who moved whom as the properties of {@code INFLUENCED}. */
final class InfluenceRows {

    private static final double MILLIS_AN_HOUR = Duration.ofHours(1).toMillis();

    private InfluenceRows() {}

    static Map<String, Object> row(KeptInfluences kept) {
        return Map.of(
                "accountId", kept.account().value(),
                "asOf", Clocks.inCypher(kept.asOf().instant()),
                "influences",
                        kept.influences().stream()
                                .map(influence -> influence(influence, kept))
                                .toList());
    }

    private static Map<String, Object> influence(Influence influence, KeptInfluences kept) {
        return Map.of(
                "from", influence.from().value(),
                "to", influence.to().value(),
                "properties",
                        Map.of(
                                "credit", influence.credit(),
                                "lagHours", influence.lag().toMillis() / MILLIS_AN_HOUR,
                                "channel", influence.channel().name(),
                                "at", Clocks.inCypher(influence.at()),
                                "engagementId", influence.action().value(),
                                "activationId", influence.activation().value(),
                                "accountId", kept.account().value(),
                                "asOf", Clocks.inCypher(kept.asOf().instant())));
    }
}
