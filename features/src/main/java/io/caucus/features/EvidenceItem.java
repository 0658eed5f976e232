package io.caucus.features;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.TicketId;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One thing a value was made of, as data: ids and numbers, so that it can be compared, tested and put into any words. */
public sealed interface EvidenceItem {

    /** Somebody did something that counts. */
    record Action(EngagementId engagement, PersonId person, EngagementKind kind, Instant at) implements EvidenceItem {}

    /** An engaged person's place in the organisation, with the action that made them count. */
    record Standing(PersonId person, JobFunction function, Seniority seniority, EngagementId engagement)
            implements EvidenceItem {}

    /** A seat the committee needs, and who sits there. */
    record Seat(CommitteeRole role, int required, List<PersonId> holders) implements EvidenceItem {
        public Seat {
            holders = List.copyOf(holders);
        }
    }

    /** Two people work together, as their shared engagements show. */
    record SharedTie(PersonId one, PersonId other, double strength, List<EngagementId> engagements)
            implements EvidenceItem {
        public SharedTie {
            engagements = List.copyOf(engagements);
        }
    }

    /** Removing this person would cut these decision makers off from us. */
    record CutPoint(PersonId person, List<PersonId> cutOff) implements EvidenceItem {
        public CutPoint {
            cutOff = List.copyOf(cutOff);
        }
    }

    /**
     * One person's action explains part of another's activation.
     *
     * @param credit the share explained, in (0, 1]
     * @param lag from the action to the activation
     */
    record Influence(
            PersonId from, PersonId to, double credit, Duration lag, EngagementId action, EngagementId activation)
            implements EvidenceItem {}

    /** An opportunity entered a stage. */
    record StageEntered(OpportunityId opportunity, String stage, Instant at) implements EvidenceItem {}

    /** An opportunity went from one stage to another. */
    record StageMoved(OpportunityId opportunity, String from, String to, Instant at) implements EvidenceItem {}

    /**
     * An attribute of an opportunity took another value.
     *
     * @param before an earlier value, not necessarily the last one before
     */
    record ValueChanged(OpportunityId opportunity, ChangeField field, String before, String after, Instant at)
            implements EvidenceItem {}

    /** The seats of a product were counted. */
    record SeatCount(EntityRef product, double bought, double active, Instant at) implements EvidenceItem {}

    /** Somebody used a product, or a part of one. */
    record ProductUsed(EngagementId engagement, EntityRef product, Instant at) implements EvidenceItem {}

    /**
     * Somebody asked for support.
     *
     * @param priority the source's own word
     * @param answeredAfter until the first answer, if one is known
     */
    record SupportRequest(TicketId ticket, Optional<String> priority, Instant at, Optional<Duration> answeredAfter)
            implements EvidenceItem {}

    /**
     * An attribute of an account or opportunity was told.
     *
     * @param at when it took the value
     */
    record AttributeTold(EntityRef entity, ChangeField field, Instant at) implements EvidenceItem {}

    /** A record tells of the account. */
    record AccountRecord(AccountId record) implements EvidenceItem {}

    /** An opportunity came to be. */
    record OpportunityCreated(OpportunityId opportunity, Instant at) implements EvidenceItem {}
}
