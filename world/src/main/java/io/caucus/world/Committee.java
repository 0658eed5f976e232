package io.caucus.world;

import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.RoleSource;
import io.caucus.world.TrueSeat.Showing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who sits where on the newest deal of an account. */
record Committee(List<Seat> seats) {

    static final Committee NONE = new Committee(List.of());

    private static final double UNSTATED = 0.25;
    private static final double MISTAKEN = 0.15;
    private static final double STATED = 0.9;

    /** @param stated whom the CRM has in the seat */
    record Seat(CommitteeRole role, Member holder, Instant since, Showing showing, Optional<Member> stated) {

        TrueSeat truth() {
            return new TrueSeat(
                    role, holder.id(), since, holder.left().map(FactTime::occurredAt), showing, stated.map(Member::id));
        }

        boolean isHeldAt(Instant instant) {
            return !since.isAfter(instant) && holder.isThere(instant);
        }
    }

    Committee {
        seats = List.copyOf(seats);
    }

    static Committee of(Company company, Staff staff, Instant created, Calendar calendar, Dice dice) {
        return new Committee(new Seating(company, staff, created, calendar, dice).seat());
    }

    /** Roles of the template that have fewer holders at the instant than they need. */
    SortedSet<CommitteeRole> missing(Segment segment, Instant at) {
        var missing = new TreeSet<CommitteeRole>();
        segment.required().forEach((role, people) -> {
            if (seats.stream()
                            .filter(seat -> seat.role() == role && seat.isHeldAt(at))
                            .count()
                    < people) {
                missing.add(role);
            }
        });
        return missing;
    }

    /** What the CRM says of it. */
    void state(OpportunityId deal, Records records) {
        int number = 0;
        for (Seat seat : seats) {
            number++;
            var key = deal.value() + "-role-" + number;
            seat.stated()
                    .ifPresent(holder -> records.add(
                            "role",
                            key,
                            new RoleHolding(
                                    holder.id(),
                                    deal,
                                    seat.role(),
                                    RoleSource.STATED_IN_CRM,
                                    STATED,
                                    FactTime.at(seat.since()),
                                    holder.left())));
        }
    }

    /** One committee in the making: nobody sits twice. */
    private static final class Seating {

        private final Company company;
        private final Staff staff;
        private final Instant created;
        private final Calendar calendar;
        private final Dice dice;
        private final List<Member> free;

        Seating(Company company, Staff staff, Instant created, Calendar calendar, Dice dice) {
            this.company = company;
            this.staff = staff;
            this.created = created;
            this.calendar = calendar;
            this.dice = dice;
            this.free = new ArrayList<>(staff.members());
            staff.lead().ifPresent(free::remove);
        }

        List<Seat> seat() {
            var seats = new ArrayList<Seat>();
            for (CommitteeRole role : company.plan().segment().seats()) {
                boolean filled = dice.chance(0.2 + 0.7 * company.plan().maturity()) || isPlantedChampion(role);
                var since = since();
                var showing = showing();
                holder(role, since).filter(holder -> filled).ifPresent(holder -> {
                    free.remove(holder);
                    seats.add(seat(role, holder, since, showing));
                });
            }
            return Collections.unmodifiableList(seats);
        }

        private boolean isPlantedChampion(CommitteeRole role) {
            return role == CommitteeRole.CHAMPION && company.plan().pattern().hasChampion();
        }

        private Optional<Member> holder(CommitteeRole role, Instant since) {
            var candidates = role == CommitteeRole.CHAMPION
                    ? staff.lead().stream()
                    : free.stream().filter(member -> member.job().fits(role));
            return candidates.filter(member -> member.isThere(since)).findFirst();
        }

        private Seat seat(CommitteeRole role, Member holder, Instant since, Showing drawn) {
            var another = free.stream().filter(member -> member.isThere(since)).reduce((first, later) -> later);
            var showing = drawn == Showing.MISTAKEN && another.isEmpty() ? Showing.UNSTATED : drawn;
            return new Seat(
                    role,
                    holder,
                    since,
                    showing,
                    switch (showing) {
                        case STATED -> Optional.of(holder);
                        case UNSTATED -> Optional.empty();
                        case MISTAKEN -> another;
                    });
        }

        private Showing showing() {
            double luck = dice.fraction();
            if (luck >= UNSTATED + MISTAKEN || company.isStory()) {
                return Showing.STATED;
            }
            return luck < UNSTATED ? Showing.UNSTATED : Showing.MISTAKEN;
        }

        /** In the first third of the time since the deal began. */
        private Instant since() {
            long most = Duration.between(created, calendar.end()).toMinutes() / 3;
            return created.plus(Duration.ofMinutes((long) (dice.fraction() * most)));
        }
    }
}
