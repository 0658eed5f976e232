package io.caucus.graphmodel.assessment;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.EngagementKind.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Who moved whom at one account as of an instant, as it is kept. */
public record KeptInfluences(AccountId account, AsOf asOf, List<Influence> influences) {

    /**
     * One person's action has credit for another's activation.
     *
     * @param credit the share of the activation that it explains, in (0, 1]
     * @param lag from the action to the activation
     * @param channel of the action
     * @param at when the activation was
     */
    public record Influence(
            PersonId from,
            PersonId to,
            double credit,
            Duration lag,
            Channel channel,
            Instant at,
            EngagementId action,
            EngagementId activation) {}

    public KeptInfluences {
        influences = List.copyOf(influences);
    }
}
