package io.caucus.features;

import io.caucus.graphmodel.Exit;
import io.caucus.graphmodel.Win;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.TicketId;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Exclusion;
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

    /**
     * A seat the committee needs, and who likely sits there and is still active.
     *
     * @param live how full it is of them, in [0, 1]
     * @param people who fills most of it first
     */
    record LiveSeat(CommitteeRole role, int required, double live, List<PersonId> people) implements EvidenceItem {
        public LiveSeat {
            people = List.copyOf(people);
        }
    }

    /** Two people work together, as their shared engagements show. */
    record SharedTie(PersonId one, PersonId other, double strength, List<EngagementId> engagements)
            implements EvidenceItem {
        public SharedTie {
            engagements = List.copyOf(engagements);
        }
    }

    /** One person, of theirs or ours, and the engagements that tie them to others. */
    record Connection(EntityKey person, List<EngagementId> engagements) implements EvidenceItem {
        public Connection {
            engagements = List.copyOf(engagements);
        }
    }

    /**
     * Those we know could introduce us to whoever likely holds a seat that nobody active sits on.
     *
     * @param people one of ours, then theirs, each tied to the next; the last likely holds the seat
     * @param warmth in (0, 1)
     * @param engagements that made the ties
     */
    record PathToSeat(CommitteeRole seat, List<EntityKey> people, double warmth, List<EngagementId> engagements)
            implements EvidenceItem {
        public PathToSeat {
            people = List.copyOf(people);
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

    /**
     * Somebody's action concerned a product, a topic or a piece of content.
     *
     * @param name what people call it; empty if it was never told of
     */
    record Explored(EngagementId engagement, PersonId person, EntityRef thing, String name, Instant at)
            implements EvidenceItem {}

    /** Somebody on the buyer's side let us know something in words. */
    record Said(EngagementId engagement, ConversationSignal signal, Instant at) implements EvidenceItem {}

    /** The words of an engagement were read, and what was looked for was not found. */
    record NotSaid(EngagementId engagement, EngagementKind kind, Instant at) implements EvidenceItem {}

    /**
     * Somebody answered us.
     *
     * @param ours what we wrote, and they left open until then
     * @param latency from ours to the reply
     */
    record Answer(PersonId person, EngagementId ours, EngagementId reply, Duration latency, Instant at)
            implements EvidenceItem {}

    /** We did something that reached somebody at the account. */
    record OurAction(EngagementId engagement, EngagementKind kind, Instant at) implements EvidenceItem {}

    /** Something was recorded that does not count. */
    record NotCounted(EngagementId engagement, EngagementKind kind, Exclusion reason, Instant at)
            implements EvidenceItem {}
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

    /**
     * Somebody referred us.
     *
     * @param by an account, a person or a partner
     * @param what the account, or an opportunity of its
     */
    record Referred(EntityRef by, EntityRef what, Instant at) implements EvidenceItem {}

    /**
     * A win at another account, and who or what leads there.
     *
     * @param through from the account on, without the one that bought: a person, a parent; empty if the two are direct relatives
     * @param weight what the path counts for
     */
    record PathToWin(List<EntityRef> through, Win win, double weight) implements EvidenceItem {
        public PathToWin {
            through = List.copyOf(through);
        }

        /** By way of one only. */
        public static PathToWin through(EntityRef one, Win win, double weight) {
            return new PathToWin(List.of(one), win, weight);
        }
    }

    /**
     * Somebody who invested in the account invested with others, too.
     *
     * @param togetherWith how many others invested in the same accounts
     * @param centrality how central that makes them, in the measure asked about
     */
    record CentralInvestor(EntityRef investor, int togetherWith, double centrality) implements EvidenceItem {}

    /**
     * Somebody who invested in the account has seen other companies through to an exit, or has not.
     *
     * @param exits how many other accounts went public or were bought after they had invested there
     * @param accounts in how many they invested, this one included
     * @param last the newest of the exits
     */
    record InvestorRecord(EntityRef investor, int exits, int accounts, Optional<Exit> last) implements EvidenceItem {}

    /**
     * Another account with the same surroundings, of which one knows whether it bought.
     *
     * @param likeness the cosine of the angle between them, 1 if they have the very same surroundings
     * @param opportunities those won, or if none was, those lost
     */
    record SimilarAccount(AccountId account, double likeness, boolean bought, List<OpportunityId> opportunities)
            implements EvidenceItem {
        public SimilarAccount {
            opportunities = List.copyOf(opportunities);
        }
    }
}
