package io.caucus.world;

import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One account, complete: what is on record, and what is true. */
record ToldAccount(List<SourcedFacts> records, WorldTruth truth) {

    private static final int LEFT_BY_CHAMPION = 3;
    private static final int JOINED_BY_CHAMPION = 8;

    static ToldAccount of(int number, WorldSettings settings) {
        var dice = Dice.forAccount(settings.seed(), number);
        var plan = Plan.of(number, dice);
        var firmographics = dice.split();
        var staff = staff(number, plan, settings, dice.split());
        var dealing = dice.split();
        var acting = dice.split();
        var calendar = new Calendar(settings.end());
        var owner = Keys.user(firmographics.between(1, World.USERS.size()));

        var records = new Records(
                "%s.jsonl".formatted(Keys.nativeId(Keys.account(number).value())));
        describe(number, plan, owner, calendar, firmographics, records);
        staff.members().forEach(member -> introduce(number, member, records));
        var missing = new Deals(number, plan, staff, owner, calendar, dealing, records).tell();
        new Activity(number, plan, staff, owner, calendar, acting)
                .tell()
                .forEach(engagement -> records.add("engagement", engagement.id().value(), engagement));

        var champion = staff.lead().filter(lead -> plan.pattern().hasChampion()).map(Member::id);
        var truth = new WorldTruth(Keys.account(number), plan.pattern(), plan.maturity(), champion, missing);
        return new ToldAccount(records.inOrder(), truth);
    }

    /** The champion who left one story turns up in another, under the same key. */
    private static Staff staff(int number, Plan plan, WorldSettings settings, Dice dice) {
        var staff = Staff.of(number, plan, settings, dice);
        return number == JOINED_BY_CHAMPION ? staff.with(formerChampion(settings)) : staff;
    }

    private static Member formerChampion(WorldSettings settings) {
        var dice = Dice.forAccount(settings.seed(), LEFT_BY_CHAMPION);
        var plan = Plan.of(LEFT_BY_CHAMPION, dice);
        dice.split();
        var champion =
                Staff.of(LEFT_BY_CHAMPION, plan, settings, dice.split()).lead().orElseThrow();
        var left = champion.left().orElseThrow();
        var started = left.occurredAt().plus(Duration.ofDays(10));
        return new Member(champion.person(), champion.job(), FactTime.at(started), Optional.empty(), Optional.empty());
    }

    private static void describe(int number, Plan plan, UserId owner, Calendar calendar, Dice dice, Records records) {
        var id = Keys.account(number);
        var time = FactTime.at(calendar.daysAgo(dice.between(900, 1500)));
        int headcount = (int) (60 * StrictMath.exp(1.2 * Math.abs(dice.normal()))) + 8 * plan.people();
        records.add(
                "account",
                id.value(),
                new Account(id, plan.name(), Optional.of(Companies.domain(plan.name())), time),
                new FieldChange(id.ref(), ChangeField.INDUSTRY, dice.pick(Companies.INDUSTRIES), time),
                new FieldChange(id.ref(), ChangeField.HEADCOUNT, Integer.toString(headcount), time),
                new FieldChange(id.ref(), ChangeField.OWNER, owner.value(), time));
        int changes = dice.between(0, 2);
        for (int change = 1; change <= changes; change++) {
            double growth = 1 + 0.15 * dice.normal();
            count(id.ref(), (int) Math.max(5, headcount * growth), calendar, dice, change, records);
        }
    }

    private static void count(
            EntityRef account, int headcount, Calendar calendar, Dice dice, int change, Records records) {
        var counted = FactTime.at(calendar.daysAgo(dice.between(5, 700)));
        records.add(
                "headcount",
                account.key() + "-headcount-" + change,
                new FieldChange(account, ChangeField.HEADCOUNT, Integer.toString(headcount), counted));
    }

    private static void introduce(int number, Member member, Records records) {
        var id = member.id();
        var employment = member.employmentAt(Keys.account(number));
        if (Keys.isOf(number, id)) {
            records.add("contact", id.value(), member.person(), employment);
        } else {
            records.add("employment", id.value() + "-at-" + number, employment);
        }
        member.earlier().ifPresent(earlier -> records.add("employment", id.value() + "-earlier", earlier));
    }
}
