package io.caucus.features.committee;

import io.caucus.features.activity.Activity;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.FunctionFamily;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.RoleSource;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The people of an account as of an instant, where they sit and whom they work with: what the committee's features count and
 * what a page draws.
 *
 * @param members everyone employed at the account, by id
 * @param seats those the template requires first, then other roles that somebody holds, each in the order of roles
 * @param likelyRoles of everyone who shows a sign of a role, by role, then surest first
 * @param ties between members, by their ids
 * @param tiesToUs between our people and members who dealt with them, by their ids
 */
public record CommitteeMap(
        List<Member> members, List<Seat> seats, List<LikelyRole> likelyRoles, List<Tie> ties, List<TieToUs> tiesToUs) {

    /**
     * @param recentActions how many buyer actions they performed within {@link CommitteeParameters#engagedFor}
     * @param lastAction their last buyer action ever
     * @param engaged whether they performed any within {@link CommitteeParameters#engagedFor}
     */
    public record Member(
            PersonId person,
            Optional<String> title,
            JobFunction function,
            Seniority seniority,
            int recentActions,
            Optional<LastAction> lastAction,
            boolean engaged) {

        public Optional<FunctionFamily> family() {
            return FunctionFamily.of(function, seniority);
        }
    }

    public record LastAction(EngagementId engagement, EngagementKind kind, Instant at) {}

    /**
     * A role on the account's open opportunities.
     *
     * @param required how many people the template asks for; 0 for a role it does not
     * @param holders surest first
     */
    public record Seat(CommitteeRole role, int required, List<Holder> holders) {

        public Seat {
            holders = List.copyOf(holders);
        }

        /** Those whose holding is sure enough to count, surest first. */
        public List<PersonId> assigned() {
            return holders.stream().filter(Holder::assigned).map(Holder::person).toList();
        }

        /** How well the seat is filled, in [0, 1]; 1 for a seat that nobody requires. */
        public double filled() {
            return required == 0 ? 1 : Math.min(1, (double) assigned().size() / required);
        }
    }

    /**
     * Somebody on a seat, by the surest source that says so.
     *
     * @param confidence in (0, 1]
     * @param assigned whether the source is sure enough for the holder to count
     */
    public record Holder(PersonId person, RoleSource source, double confidence, boolean assigned) {}

    /**
     * A link between two colleagues, {@code one} before {@code other} by id.
     *
     * @param strength Σ channel weight · 2^(−age ÷ half-life) over the engagements
     * @param engagements that made it, oldest first
     */
    public record Tie(PersonId one, PersonId other, double strength, List<EngagementId> engagements) {
        public Tie {
            engagements = List.copyOf(engagements);
        }
    }

    /** A link between one of ours and somebody at the account; its parts mean the same as a {@link Tie}'s. */
    public record TieToUs(UserId user, PersonId person, double strength, List<EngagementId> engagements) {
        public TieToUs {
            engagements = List.copyOf(engagements);
        }
    }

    public CommitteeMap {
        members = List.copyOf(members);
        seats = List.copyOf(seats);
        likelyRoles = List.copyOf(likelyRoles);
        ties = List.copyOf(ties);
        tiesToUs = List.copyOf(tiesToUs);
    }

    public static CommitteeMap of(AccountHistory history, CommitteeParameters parameters) {
        return of(Activity.of(history), parameters);
    }

    public static CommitteeMap of(Activity activity, CommitteeParameters parameters) {
        var ties = Ties.of(activity, parameters);
        return new CommitteeMap(
                Members.of(activity, parameters),
                Seats.of(activity, parameters),
                RoleInference.of(activity, parameters.roles()),
                ties.among(),
                ties.toUs());
    }

    /** Those the template requires. */
    public List<Seat> requiredSeats() {
        return seats.stream().filter(seat -> seat.required() > 0).toList();
    }

    /** Who is assigned to any of these seats, by id. */
    public List<PersonId> assignedTo(Set<CommitteeRole> roles) {
        return seats.stream()
                .filter(seat -> roles.contains(seat.role()))
                .flatMap(seat -> seat.assigned().stream())
                .distinct()
                .sorted()
                .toList();
    }

    public List<Member> engaged() {
        return members.stream().filter(Member::engaged).toList();
    }
}
