package io.caucus.world;

import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the CRM says of an account's deals: mostly what happened, some of it late, some of it too early. */
final class Deals {

    private static final double PUSHED = 0.35;
    private static final double EDITED_LATE = 1.0 / 8;
    private static final double STATED = 0.9;
    private static final int EARLIER = 0;

    private final Company company;
    private final UserId owner;
    private final Calendar calendar;
    private final Dice dice;
    private final Records records;

    Deals(Company company, UserId owner, Calendar calendar, Dice dice, Records records) {
        this.company = company;
        this.owner = owner;
        this.calendar = calendar;
        this.dice = dice;
        this.records = records;
    }

    /** One that was over before the story began, with its champion. */
    void tellEarlier(EarlierDeal deal, Member champion) {
        var id = Keys.opportunity(company.number(), EARLIER);
        open(id, EARLIER, deal.created(), deal.created().plus(Duration.ofDays(dice.between(50, 110))), deal.won());
        enter(id, Stage.DISCOVERY, FactTime.at(deal.created()));
        var step = Duration.between(deal.created(), deal.closed()).dividedBy(4);
        var entered = deal.created();
        for (Stage stage : List.of(Stage.EVALUATION, Stage.PROPOSAL, Stage.NEGOTIATION)) {
            entered = entered.plus(step);
            enter(id, stage, FactTime.at(entered));
        }
        enter(id, deal.won() ? Stage.WON : Stage.LOST, FactTime.at(deal.closed()));
        overwriteCloseDate(id.ref(), deal.closed());
        records.add(
                "role",
                id.value() + "-role-1",
                new RoleHolding(
                        champion.id(),
                        id,
                        CommitteeRole.CHAMPION,
                        RoleSource.STATED_IN_CRM,
                        STATED,
                        FactTime.at(deal.created()),
                        champion.left()));
    }

    void tell(Deal deal) {
        var created = deal.timetable().created();
        var id = Keys.opportunity(company.number(), deal.timetable().number());
        var expected = created.plus(Duration.ofDays(dice.between(70, 120)));
        open(id, deal.timetable().number(), created, expected, deal.isWon() && !deal.isOpenAt(calendar.end()));
        push(id.ref(), expected);
        walk(id, deal);
        if (!deal.isOpenAt(calendar.end())) {
            overwriteCloseDate(id.ref(), deal.closes());
        }
    }

    private void open(OpportunityId id, int number, Instant created, Instant expected, boolean isWon) {
        var time = FactTime.at(created);
        long thousands = Math.round(20 * StrictMath.exp(0.8 * dice.normal())) + 5;
        var facts = new ArrayList<Fact>(List.of(
                new Opportunity(
                        id,
                        Keys.account(company.number()),
                        company.plan().name() + " " + number,
                        Optional.of("New business"),
                        time),
                new FieldChange(id.ref(), ChangeField.AMOUNT, thousands + "000", time),
                new FieldChange(id.ref(), ChangeField.CLOSE_DATE, day(expected), time),
                new FieldChange(id.ref(), ChangeField.OWNER, owner.value(), time)));
        Leaks.leadSource(id.ref(), isWon, time, dice).ifPresent(facts::add);
        records.add("opportunity", id.value(), facts.toArray(Fact[]::new));
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

    private void overwriteCloseDate(EntityRef deal, Instant closed) {
        records.add(
                "close-date",
                deal.key() + "-closed",
                new FieldChange(deal, ChangeField.CLOSE_DATE, day(closed), FactTime.at(closed)));
    }

    private void walk(OpportunityId id, Deal deal) {
        var recorded = deal.timetable().created();
        for (int step = 0; step < deal.course().size(); step++) {
            var stage = deal.course().get(step);
            var entered = deal.timetable().entered().get(step);
            boolean isGamed = step > 0 && stage.isOpen() && Gaming.USERS.contains(owner);
            recorded = isGamed ? Gaming.moved(entered, recorded) : entered;
            enter(id, stage, step == 0 ? FactTime.at(recorded) : entryOf(recorded));
        }
    }

    /** Most entries are made the moment it happens. */
    private FactTime entryOf(Instant happened) {
        var delay = Duration.ofDays(dice.between(3, 30));
        boolean late = dice.chance(EDITED_LATE) && !company.isStory();
        return late ? new FactTime(happened, happened.plus(delay)) : FactTime.at(happened);
    }

    private void enter(OpportunityId deal, Stage stage, FactTime time) {
        if (calendar.isOver(time.visibleFrom())) {
            records.add(
                    "stage",
                    deal.value() + "-" + stage.title().toLowerCase(Locale.ROOT),
                    new StageChange(deal, stage.title(), stage.outcome(), time));
        }
    }

    private static String day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
