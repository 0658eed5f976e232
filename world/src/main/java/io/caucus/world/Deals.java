package io.caucus.world;

import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.RoleSource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is sold to one account: its deals, how far they have come, and who is stated to decide. */
final class Deals {

    /** The seats of a committee; the n-th is filled by the member of the n-th rank, the champion's by the lead. */
    static final List<CommitteeRole> SEATS = List.of(
            CommitteeRole.CHAMPION,
            CommitteeRole.ECONOMIC_BUYER,
            CommitteeRole.PROCUREMENT,
            CommitteeRole.DECISION_MAKER,
            CommitteeRole.TECHNICAL_EVALUATOR,
            CommitteeRole.LEGAL_SECURITY);

    private static final double STATED = 0.9;
    private static final double PUSHED = 0.35;
    private static final int STALLS = 3;

    private final int account;
    private final Plan plan;
    private final Staff staff;
    private final UserId owner;
    private final Calendar calendar;
    private final Dice dice;
    private final Records records;

    Deals(int account, Plan plan, Staff staff, UserId owner, Calendar calendar, Dice dice, Records records) {
        this.account = account;
        this.plan = plan;
        this.staff = staff;
        this.owner = owner;
        this.calendar = calendar;
        this.dice = dice;
        this.records = records;
    }

    /** Tells all deals; returns the seats that stay empty on the newest. */
    SortedSet<CommitteeRole> tell() {
        int count = count();
        for (int number = 1; number <= count; number++) {
            var created = calendar.daysAgo(age(number == count));
            var deal = Keys.opportunity(account, number);
            open(deal, created, number);
            walk(deal, created);
            if (number == count) {
                return seat(deal, created);
            }
        }
        return new TreeSet<>();
    }

    private int count() {
        if (plan.heldIn().isPresent()) {
            return 1;
        }
        return switch (plan.pattern()) {
            case EMPTY -> 0;
            case SELLER_ONLY -> dice.chance(0.6) ? 1 : 0;
            case HEALTHY, STALLED, DORMANT, SINGLE_THREADED, CHAMPION_LED, REENGAGED, CHAMPION_LEFT ->
                dice.between(1, 2);
        };
    }

    private double age(boolean newest) {
        if (plan.heldIn().isPresent()) {
            return dice.between(85, 110) + dice.fraction();
        }
        return newest ? dice.between(15, 150) + dice.fraction() : dice.between(180, 265) + dice.fraction();
    }

    private void open(OpportunityId deal, Instant created, int number) {
        var time = FactTime.at(created);
        var expected = created.plus(Duration.ofDays(dice.between(70, 120)));
        long thousands = Math.round(20 * StrictMath.exp(0.8 * dice.normal())) + 5;
        records.add(
                "opportunity",
                deal.value(),
                new Opportunity(
                        deal, Keys.account(account), plan.name() + " " + number, Optional.of("New business"), time),
                new FieldChange(deal.ref(), ChangeField.AMOUNT, thousands + "000", time),
                new FieldChange(deal.ref(), ChangeField.CLOSE_DATE, day(expected), time),
                new FieldChange(deal.ref(), ChangeField.OWNER, owner.value(), time));
        push(deal.ref(), expected);
    }

    /** The close date moves out, noticed three weeks before it would have come. */
    private void push(EntityRef deal, Instant expected) {
        var noticed = expected.minus(Duration.ofDays(21));
        if (dice.chance(PUSHED) && calendar.isOver(noticed)) {
            records.add(
                    "close-date",
                    deal.key() + "-push",
                    new FieldChange(
                            deal,
                            ChangeField.CLOSE_DATE,
                            day(expected.plus(Duration.ofDays(45))),
                            FactTime.at(noticed)));
        }
    }

    private void walk(OpportunityId deal, Instant created) {
        var stage = Stage.DISCOVERY;
        var entered = created;
        while (calendar.isOver(entered)) {
            enter(deal, stage, entered);
            if (!stage.isOpen() || plan.heldIn().filter(stage::equals).isPresent()) {
                return;
            }
            entered = entered.plus(stay(stage));
            stage = after(stage);
        }
    }

    private void enter(OpportunityId deal, Stage stage, Instant entered) {
        records.add(
                "stage",
                deal.value() + "-" + stage.title().toLowerCase(Locale.ROOT),
                new StageChange(deal, stage.title(), stage.outcome(), FactTime.at(entered)));
    }

    /** Deals of a story have three weeks for each stage, so that they get where they are held. */
    private Duration stay(Stage stage) {
        double luck = StrictMath.exp(0.5 * dice.normal());
        if (plan.heldIn().isPresent()) {
            return Duration.ofHours(24L * dice.between(17, 25));
        }
        boolean slow = plan.pattern() == Pattern.STALLED || plan.pattern() == Pattern.DORMANT;
        double days = stage.medianDays() * (1.6 - plan.maturity()) * luck * (slow ? STALLS : 1);
        return Duration.ofMinutes(Math.round(days * 24 * 60));
    }

    private Stage after(Stage stage) {
        if (plan.heldIn().isPresent()) {
            return stage.next();
        }
        if (stage == Stage.NEGOTIATION) {
            double logOdds = 3 * (plan.maturity() - 0.5) + 0.8 * dice.normal();
            return dice.chance(1 / (1 + StrictMath.exp(-logOdds))) ? Stage.WON : Stage.LOST;
        }
        return dice.chance(0.12 * (1.3 - plan.maturity())) ? Stage.LOST : stage.next();
    }

    private SortedSet<CommitteeRole> seat(OpportunityId deal, Instant created) {
        var missing = new TreeSet<>(SEATS);
        for (int rank = 0; rank < SEATS.size(); rank++) {
            var role = SEATS.get(rank);
            boolean filled = dice.chance(0.2 + 0.7 * plan.maturity());
            var since = stated(created);
            var holder = holder(rank).filter(member -> member.isThere(since));
            if (holder.isPresent() && (filled || isPlantedChampion(role))) {
                state(deal, role, holder.get(), since);
                holder.filter(member -> member.left().isEmpty()).ifPresent(member -> missing.remove(role));
            }
        }
        return missing;
    }

    private boolean isPlantedChampion(CommitteeRole role) {
        return role == CommitteeRole.CHAMPION && plan.pattern().hasChampion();
    }

    /** Nobody sits twice: the lead has the champion's seat only. */
    private Optional<Member> holder(int rank) {
        if (rank == 0) {
            return staff.lead();
        }
        return rank < staff.members().size()
                ? Optional.of(staff.members().get(rank))
                        .filter(member -> !Optional.of(member).equals(staff.lead()))
                : Optional.empty();
    }

    /** In the first third of the time since the deal began. */
    private Instant stated(Instant created) {
        long most = Duration.between(created, calendar.end()).toMinutes() / 3;
        return created.plus(Duration.ofMinutes((long) (dice.fraction() * most)));
    }

    private void state(OpportunityId deal, CommitteeRole role, Member holder, Instant since) {
        records.add(
                "role",
                deal.value() + "-" + role,
                new RoleHolding(
                        holder.id(), deal, role, RoleSource.STATED_IN_CRM, STATED, FactTime.at(since), holder.left()));
    }

    private static String day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
