package io.caucus.world;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Puts one account on record, step by step, each from a random source of its own. */
final class Telling {

    private final Company company;
    private final Staff staff;
    private final List<Deal> deals;
    private final Market market;
    private final Calendar calendar;
    private final Records records;
    private final Dice firmographics;
    private final UserId owner;

    /** @param deals of the account, oldest first */
    Telling(Company company, Staff staff, List<Deal> deals, Market market, WorldSettings settings) {
        this.company = company;
        this.staff = staff;
        this.deals = deals;
        this.market = market;
        this.calendar = new Calendar(settings.end());
        this.records = new Records("%s.jsonl".formatted(Keys.nativeId(id().key())));
        this.firmographics = company.dice().split();
        this.owner = owner();
    }

    private EntityRef id() {
        return Keys.account(company.number()).ref();
    }

    /** Nobody who games the numbers looks after a story. */
    private UserId owner() {
        var candidates = IntStream.rangeClosed(1, World.USERS.size())
                .mapToObj(Keys::user)
                .filter(user -> !company.isStory() || !Gaming.USERS.contains(user))
                .toList();
        return firmographics.pick(candidates);
    }

    /** Those whom the accounts of a block have in common, before the first of them is told. */
    void introduceBackers(int block) {
        var known = FactTime.at(calendar.daysAgo(2000));
        for (int number = 1; number <= Market.INVESTORS; number++) {
            introduceBacker(NodeLabel.INVESTOR, block, number, Market.INVESTORS, "Capital", known);
        }
        for (int number = 1; number <= Market.PARTNERS; number++) {
            introduceBacker(NodeLabel.PARTNER, block, number, Market.PARTNERS, "Consulting", known);
        }
    }

    private void introduceBacker(NodeLabel label, int block, int number, int ofThem, String trade, FactTime known) {
        var thing = new Thing(
                Keys.thing(label, block, number), Companies.backer(block * ofThem + number - 1, trade), known);
        records.add("thing", thing.entity().key(), thing);
    }

    /** @param block in which it lies */
    ToldAccount tell(int block) {
        describe();
        relate(block);
        staff.members().forEach(this::introduce);
        var dealing = new Deals(company, owner, calendar, company.dice().split(), records);
        company.earlier()
                .ifPresent(
                        deal -> dealing.tellEarlier(deal, staff.pastChampion().orElseThrow()));
        deals.forEach(dealing::tell);
        var committee = committee();
        var activity =
                new Activity(company, staff, owner, calendar, company.dice().split());
        var life = activity.tell();
        life.recorded().forEach(this::record);
        support();
        return new ToldAccount(records.inOrder(), truth(committee, life, activity.rhythm()));
    }

    private void describe() {
        var time = FactTime.at(calendar.daysAgo(firmographics.between(900, 1500)));
        var plan = company.plan();
        int headcount = (int) (60 * StrictMath.exp(1.2 * Math.abs(firmographics.normal()))) + 8 * plan.people();
        var facts = new ArrayList<Fact>(List.of(
                new Account(
                        Keys.account(company.number()), plan.name(), Optional.of(Companies.domain(plan.name())), time),
                new FieldChange(id(), ChangeField.INDUSTRY, firmographics.pick(Companies.INDUSTRIES), time),
                new FieldChange(id(), ChangeField.HEADCOUNT, Integer.toString(headcount), time),
                new FieldChange(id(), ChangeField.OWNER, owner.value(), time),
                Link.of(LinkType.IN_SEGMENT, id(), plan.segment().thing(), time)));
        Leaks.annualRevenue(id(), hasBought(), time, firmographics).ifPresent(facts::add);
        records.add("account", id().key(), facts.toArray(Fact[]::new));
        int changes = firmographics.between(0, 2);
        for (int change = 1; change <= changes; change++) {
            double growth = 1 + 0.15 * firmographics.normal();
            count((int) Math.max(5, headcount * growth), change);
        }
    }

    private boolean hasBought() {
        return company.isCustomer() || deals.stream().anyMatch(deal -> deal.isWon() && !deal.isOpenAt(calendar.end()));
    }

    private void count(int headcount, int change) {
        var counted = FactTime.at(calendar.daysAgo(firmographics.between(5, 700)));
        records.add(
                "headcount",
                id().key() + "-headcount-" + change,
                new FieldChange(id(), ChangeField.HEADCOUNT, Integer.toString(headcount), counted));
    }

    private void relate(int block) {
        int number = company.number();
        var since = FactTime.at(calendar.daysAgo(firmographics.between(810, 890)));
        var facts = new ArrayList<Fact>();
        market.findParent(number)
                .ifPresent(parent -> facts.add(new Subsidiary(Keys.account(number), Keys.account(parent), since)));
        market.investorsOf(number)
                .forEach(investor -> facts.add(
                        Link.of(LinkType.INVESTED_IN, Keys.thing(NodeLabel.INVESTOR, block, investor), id(), since)));
        market.findPartner(number)
                .ifPresent(partner -> facts.add(
                        Link.of(LinkType.PARTNER_OF, Keys.thing(NodeLabel.PARTNER, block, partner), id(), since)));
        market.findReferral(number)
                .ifPresent(referral -> facts.add(Link.of(
                        LinkType.REFERRED, Keys.account(referral.by()).ref(), id(), FactTime.at(referral.at()))));
        if (!facts.isEmpty()) {
            records.add("relations", id().key() + "-relations", facts.toArray(Fact[]::new));
        }
    }

    private void introduce(Member member) {
        var person = member.id();
        var employment = member.employmentAt(Keys.account(company.number()));
        if (Keys.isOf(company.number(), person)) {
            records.add("contact", person.value(), member.person(), employment);
        } else {
            records.add("employment", person.value() + "-at-" + company.number(), employment);
        }
        member.earlier().ifPresent(earlier -> records.add("employment", person.value() + "-earlier", earlier));
    }

    private Committee committee() {
        var dice = company.dice().split();
        if (deals.isEmpty()) {
            return Committee.NONE;
        }
        var newest = deals.getLast().timetable();
        var committee = Committee.of(company, staff, newest.created(), calendar, dice);
        committee.state(Keys.opportunity(company.number(), newest.number()), records);
        return committee;
    }

    private void record(Life.Occurrence occurrence) {
        var facts = new ArrayList<Fact>();
        facts.add(occurrence.engagement());
        facts.addAll(occurrence.beside());
        records.add("engagement", occurrence.engagement().id().value(), facts.toArray(Fact[]::new));
    }

    private void support() {
        var asking = company.dice().split();
        var using = company.dice().split();
        if (company.isCustomer()) {
            new Support(company.number(), staff, calendar, asking, records).tell();
            new Usage(company.number(), calendar, using, records).tell();
        }
    }

    private WorldTruth truth(Committee committee, Life life, Rhythm rhythm) {
        var plan = company.plan();
        boolean isStaffed = !staff.members().isEmpty();
        return new WorldTruth(
                Keys.account(company.number()),
                plan.pattern(),
                plan.segment(),
                plan.maturity(),
                staff.lead().filter(lead -> plan.pattern().hasChampion()).map(Member::id),
                deals.isEmpty() ? new TreeSet<>() : committee.missing(plan.segment(), calendar.end()),
                committee.seats().stream().map(Committee.Seat::truth).toList(),
                isStaffed ? new StageTruth(company, staff, committee, life, rhythm).tell(calendar) : List.of(),
                TrueActivation.of(life),
                deals.stream()
                        .filter(deal -> deal.winProbability() > 0)
                        .map(deal -> TrueDeal.of(company.number(), deal, calendar.end()))
                        .toList(),
                life.bursts(),
                life.ghosted());
    }
}
