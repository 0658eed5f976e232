package io.caucus.world;

import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Exclusion;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.world.Life.Act;
import io.caucus.world.Life.Occurrence;
import io.caucus.world.Life.Saying;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/** Who did what at one account, day by day: buyers of their own accord, cascades, strangers, sellers and machines. */
final class Activity {

    private static final double NEVER_RECORDED = 0.2;
    private static final double STRANGERS_A_WEEK = 0.1;
    private static final double BY_THE_ONE = 0.97;

    private static final double FORWARDS_A_WEEK = 7.0 / 9;
    private static final double FOLLOWS = 0.75;
    private static final Duration MEAN_LAG = Duration.ofMinutes(150);
    private static final Duration LONGEST_LAG = Duration.ofHours(24);

    private static final double LOGGED_LATE = 0.3;
    private static final int NEWSLETTER_EVERY = 30;

    private static final double SELLER_ACTIONS_A_WEEK = 0.5;
    private static final int EAGER_SELLERS = 4;
    private static final int SELLERS_WHO_CHASE = 3;

    private static final double BURSTS = 0.25;
    private static final int BURST_DAYS = 3;
    private static final double BURST_PACE = 8;

    private static final double PRODUCT_USE = 0.3;
    private static final double UNSUBSCRIBES = 0.03;
    private static final double UNSUBSCRIBES_OF_THE_ANNOYED = 0.12;

    /** As often as each stands here. */
    private static final List<EngagementKind> OWN_ACCORD = List.of(
            EngagementKind.REPLY,
            EngagementKind.REPLY,
            EngagementKind.REPLY,
            EngagementKind.REPLY,
            EngagementKind.VISIT,
            EngagementKind.VISIT,
            EngagementKind.VISIT,
            EngagementKind.MEETING,
            EngagementKind.MEETING,
            EngagementKind.EMAIL,
            EngagementKind.CALL,
            EngagementKind.DOWNLOAD,
            EngagementKind.PRICING_VISIT,
            EngagementKind.WEBINAR);

    private static final List<EngagementKind> FOLLOWING =
            List.of(EngagementKind.VISIT, EngagementKind.DOWNLOAD, EngagementKind.REPLY, EngagementKind.PRICING_VISIT);

    private static final List<EngagementKind> SELLING = List.of(
            EngagementKind.EMAIL,
            EngagementKind.EMAIL,
            EngagementKind.EMAIL,
            EngagementKind.CALL,
            EngagementKind.TASK,
            EngagementKind.NOTE);

    private final Company company;
    private final int account;
    private final Plan plan;
    private final Staff staff;
    private final UserId owner;
    private final Calendar calendar;
    private final Dice dice;
    private final Dice beside;
    private final Talk talk;
    private final Rhythm rhythm;
    /** The days before the end on which a burst begins. */
    private final List<Integer> bursts;

    private final List<Occurrence> occurrences = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private final List<Saying> sayings = new ArrayList<>();
    /** Who acts of their own accord, in the order in which they joined. */
    private final SequencedSet<Member> active = new LinkedHashSet<>();

    private Optional<Instant> ghosted = Optional.empty();

    Activity(Company company, Staff staff, UserId owner, Calendar calendar, Dice dice) {
        this.company = company;
        this.account = company.number();
        this.plan = company.plan();
        this.staff = staff;
        this.owner = owner;
        this.calendar = calendar;
        this.dice = dice;
        this.beside = dice.split();
        this.talk = new Talk(plan.maturity(), dice.split());
        this.rhythm = slackened(Rhythm.of(plan, company.isStory(), dice));
        this.bursts = bursts();
    }

    Rhythm rhythm() {
        return rhythm;
    }

    Life tell() {
        if (staff.members().isEmpty()) {
            return Life.NONE;
        }
        var joining = joining();
        for (int day = Calendar.DAYS - 1; day >= 0; day--) {
            join(joining, day);
            buyers(day);
            champion(day);
            askForThePrice(day);
            strangers(day);
            sellers(day);
            newsletter(day);
        }
        return new Life(
                occurrences.stream().filter(one -> isVisible(one.engagement())).toList(),
                acts,
                sayings,
                bursts.stream().map(calendar::daysAgo).toList(),
                ghosted);
    }

    private boolean isVisible(Engagement engagement) {
        return calendar.isOver(engagement.time().visibleFrom());
    }

    /** Where the champion leaves, things slacken the day they do. */
    private Rhythm slackened(Rhythm drawn) {
        return staff.lead()
                .filter(member -> plan.pattern() == Pattern.CHAMPION_LEFT)
                .flatMap(Member::left)
                .map(left -> drawn.until((int) calendar.age(left.occurredAt()), 0.3))
                .orElse(drawn);
    }

    private List<Integer> bursts() {
        boolean mayBurst = switch (plan.pattern()) {
            case HEALTHY, SINGLE_THREADED, CHAMPION_LED -> !company.isStory();
            case STALLED, DORMANT, REENGAGED, SELLER_ONLY, CHAMPION_LEFT, GHOSTED, EMPTY -> false;
        };
        int begins = dice.between(BURST_DAYS, Math.max(BURST_DAYS, rhythm.firstTouch() - 30));
        return dice.chance(BURSTS) && mayBurst ? List.of(begins) : List.of();
    }

    private double pace(int day) {
        boolean bursting = bursts.stream().anyMatch(begins -> day <= begins && day > begins - BURST_DAYS);
        return rhythm.aWeek(day) / 7 * (bursting ? BURST_PACE : calendar.busyness(day));
    }

    /** Those who become active on their own, by the day on which they do; in a champion's account the champion only. */
    private List<Member> joining() {
        var lead = staff.lead().orElseThrow();
        var joining = new ArrayList<Member>();
        joining.add(lead);
        staff.members().stream().filter(member -> !member.equals(lead)).forEach(joining::add);
        int most = switch (plan.pattern()) {
            case HEALTHY -> dice.between(4, 8);
            case STALLED, REENGAGED, GHOSTED -> dice.between(2, 5);
            case DORMANT -> dice.between(1, 4);
            case SINGLE_THREADED, CHAMPION_LED, CHAMPION_LEFT -> 1;
            case SELLER_ONLY, EMPTY -> 0;
        };
        return new ArrayList<>(joining.subList(0, Math.min(most, joining.size())));
    }

    /** One after another, about two weeks apart, from the first touch on. */
    private void join(List<Member> joining, int day) {
        boolean begun = day <= rhythm.firstTouch();
        if (begun && !joining.isEmpty() && (active.isEmpty() || dice.chance(1.0 / 14))) {
            active.add(joining.removeFirst());
        }
    }

    private void buyers(int day) {
        int actions = dice.poisson(pace(day));
        for (int action = 0; action < actions; action++) {
            var at = calendar.workingHour(day, dice);
            var there = active.stream().filter(member -> member.isThere(at)).toList();
            if (!there.isEmpty()) {
                ownAccord(there, day, at);
            }
        }
    }

    private void ownAccord(List<Member> there, int day, Instant at) {
        var actor = actor(there, at);
        var kind = kind(day);
        switch (kind) {
            case MEETING -> {
                var company = company(actor, there, dice.between(1, 4));
                bought(new Deed(kind, company, List.of(), List.of(owner), at, Optional.empty()));
            }
            case REPLY, EMAIL -> {
                var copied = dice.chance(0.3) ? company(actor, there, 1) : List.of(actor);
                bought(new Deed(kind, List.of(actor), without(copied, actor), List.of(owner), at, Optional.empty()));
            }
            case CALL, CHAT -> bought(new Deed(kind, List.of(actor), List.of(), List.of(owner), at, Optional.empty()));
            case FORWARD, INTRODUCTION, WEBINAR, EVENT, VISIT, PRICING_VISIT, DOWNLOAD, FORM, PRODUCT_USE, TASK, NOTE ->
                bought(Deed.alone(kind, actor, at));
        }
    }

    private EngagementKind kind(int day) {
        var kind = dice.pick(OWN_ACCORD);
        if (dice.chance(PRODUCT_USE) && company.isCustomer()) {
            return EngagementKind.PRODUCT_USE;
        }
        return kind == EngagementKind.VISIT && Drift.isChatInstead(day, dice) ? EngagementKind.CHAT : kind;
    }

    private Member actor(List<Member> there, Instant at) {
        boolean somebodyElse = plan.pattern() == Pattern.SINGLE_THREADED && !dice.chance(BY_THE_ONE);
        return somebodyElse ? dice.pick(staff.thereAt(at)) : dice.pickByRank(there);
    }

    /** The member and up to so many others. */
    private List<Member> company(Member first, List<Member> there, int others) {
        var company = new LinkedHashSet<Member>();
        company.add(first);
        for (int other = 0; other < others; other++) {
            company.add(dice.pick(there));
        }
        return List.copyOf(company);
    }

    private static List<Member> without(List<Member> members, Member one) {
        return members.stream().filter(member -> !member.equals(one)).toList();
    }

    private void champion(int day) {
        var lead = staff.lead().orElseThrow();
        if (!plan.pattern().hasChampion() || day > rhythm.firstTouch()) {
            return;
        }
        int forwards = dice.poisson(FORWARDS_A_WEEK / 7 * calendar.busyness(day));
        for (int forward = 0; forward < forwards; forward++) {
            var at = calendar.workingHour(day, dice);
            if (lead.isThere(at)) {
                cascade(lead, at);
            }
        }
    }

    private void cascade(Member champion, Instant at) {
        var colleagues = colleagues(champion, at);
        bought(new Deed(EngagementKind.FORWARD, List.of(champion), colleagues, List.of(), at, Optional.empty()));
        for (Member colleague : colleagues) {
            var lag = dice.exponential(MEAN_LAG);
            var kind = dice.pick(FOLLOWING);
            var then = at.plus(lag.compareTo(LONGEST_LAG) < 0 ? lag : LONGEST_LAG);
            if (dice.chance(FOLLOWS) && colleague.isThere(then)) {
                boolean answersUs = kind == EngagementKind.REPLY;
                bought(new Deed(
                        kind,
                        List.of(colleague),
                        answersUs ? List.of(champion) : List.of(),
                        answersUs ? List.of(owner) : List.of(),
                        then,
                        Optional.of(champion)));
                active.add(colleague);
            }
        }
    }

    /** Two to four, first of all those who have not been active. */
    private List<Member> colleagues(Member champion, Instant at) {
        var there = dice.shuffled(without(staff.thereAt(at), champion));
        there.sort(Comparator.comparing(active::contains));
        return List.copyOf(there.subList(0, Math.min(dice.between(2, 4), there.size())));
    }

    /** The last thing that happens before a ghosted account is silent. */
    private void askForThePrice(int day) {
        if (plan.pattern() != Pattern.GHOSTED || day != rhythm.turn()) {
            return;
        }
        var at = calendar.evening(day);
        var there = staff.thereAt(at);
        if (there.isEmpty()) {
            return;
        }
        var asking = staff.lead().filter(there::contains).orElseGet(() -> there.getFirst());
        say(asking, EngagementKind.REPLY, ConversationSignal.ASKS_PRICE, at);
        ghosted = Optional.of(at);
    }

    private void strangers(int day) {
        boolean comes = dice.chance(STRANGERS_A_WEEK / 7);
        var at = calendar.workingHour(day, dice);
        var there = staff.thereAt(at);
        if (comes && !company.isStory() && !there.isEmpty()) {
            bought(Deed.alone(EngagementKind.VISIT, dice.pick(there), at));
        }
    }

    private void sellers(int day) {
        int actions = dice.poisson(SELLER_ACTIONS_A_WEEK / 7 * eagerness(day) * calendar.busyness(day));
        for (int action = 0; action < actions; action++) {
            sell(calendar.workingHour(day, dice));
        }
        Gaming.batch(owner, day, calendar, dice).forEach(this::sell);
    }

    private int eagerness(int day) {
        if (plan.pattern() == Pattern.SELLER_ONLY) {
            return EAGER_SELLERS;
        }
        return plan.pattern() == Pattern.GHOSTED && day < rhythm.turn() ? SELLERS_WHO_CHASE : 1;
    }

    private void sell(Instant at) {
        var there = staff.thereAt(at);
        var kind = dice.pick(SELLING);
        if (!there.isEmpty()) {
            boolean internal = kind.channel() == EngagementKind.Channel.INTERNAL;
            var reached = internal ? List.<Member>of() : company(dice.pick(there), there, dice.between(0, 1));
            sold(kind, reached, Optional.empty(), at);
        }
    }

    /** Announcements, and what machines and people make of them. */
    private void newsletter(int day) {
        if (day % NEWSLETTER_EVERY != 7) {
            return;
        }
        var at = calendar.workingHour(day, dice);
        var there = staff.thereAt(at);
        if (there.isEmpty()) {
            return;
        }
        boolean tooMany = there.size() > Engagement.MOST_RECIPIENTS;
        sold(EngagementKind.EMAIL, there, tooMany ? Optional.empty() : Optional.of(Exclusion.BULK_MAIL), at);
        if (dice.chance(0.2)) {
            machine(EngagementKind.REPLY, dice.pick(there), Exclusion.AUTO_REPLY, at.plusSeconds(40));
        }
        if (dice.chance(0.1)) {
            machine(EngagementKind.VISIT, dice.pick(there), Exclusion.BOT_OPEN, at.plusSeconds(3));
        }
        if (dice.chance(unsubscribing())) {
            say(dice.pick(there), EngagementKind.REPLY, ConversationSignal.UNSUBSCRIBE, at.plusSeconds(3600));
        }
    }

    private double unsubscribing() {
        return switch (plan.pattern()) {
            case STALLED, DORMANT, GHOSTED -> company.isStory() ? 0 : UNSUBSCRIBES_OF_THE_ANNOYED;
            case HEALTHY, SINGLE_THREADED, CHAMPION_LED, REENGAGED, CHAMPION_LEFT ->
                company.isStory() ? 0 : UNSUBSCRIBES;
            case SELLER_ONLY, EMPTY -> 0;
        };
    }

    /** Something buyers did, whether or not it will be recorded. */
    private record Deed(
            EngagementKind kind,
            List<Member> actors,
            List<Member> reached,
            List<UserId> users,
            Instant at,
            Optional<Member> movedBy) {

        static Deed alone(EngagementKind kind, Member actor, Instant at) {
            return new Deed(kind, List.of(actor), List.of(), List.of(), at, Optional.empty());
        }
    }

    private void bought(Deed deed) {
        if (!calendar.isOver(deed.at())) {
            return;
        }
        var said = Talk.KINDS.contains(deed.kind()) ? talk.say() : List.<ConversationSignal>of();
        said.forEach(signal -> sayings.add(new Saying(deed.actors().getFirst(), deed.at(), signal)));
        var time = logged(deed.kind(), deed.at());
        var recorded = dice.chance(NEVER_RECORDED)
                ? Optional.<Engagement>empty()
                : Optional.of(record(deed, time, said)).filter(this::isVisible);
        deed.actors()
                .forEach(actor -> acts.add(new Act(actor, deed.at(), deed.movedBy(), recorded.map(Engagement::id))));
    }

    private Engagement record(Deed deed, FactTime time, List<ConversationSignal> said) {
        var engagement = engagement(
                deed.kind(), ActorSide.BUYER, deed.actors(), deed.reached(), deed.users(), Optional.empty(), time);
        var facts = new ArrayList<Fact>(Offer.concerns(engagement.id(), deed.kind(), time, beside));
        if (Talk.KINDS.contains(deed.kind())) {
            talk.read(engagement.id(), said, time).ifPresent(facts::add);
        }
        if (deed.kind() == EngagementKind.FORWARD) {
            deed.reached()
                    .forEach(colleague ->
                            facts.add(forwarded(engagement, deed.actors().getFirst(), colleague)));
        }
        occurrences.add(new Occurrence(engagement, facts));
        return engagement;
    }

    private static Link forwarded(Engagement forward, Member from, Member to) {
        return new Link(
                LinkType.FORWARDED,
                from.id().ref(),
                to.id().ref(),
                Optional.of(forward.id()),
                Map.of(),
                forward.time(),
                Optional.empty());
    }

    /** Always recorded, and read rightly. */
    private void say(Member member, EngagementKind kind, ConversationSignal signal, Instant at) {
        if (!calendar.isOver(at) || !member.isThere(at)) {
            return;
        }
        var time = FactTime.at(at);
        var engagement =
                engagement(kind, ActorSide.BUYER, List.of(member), List.of(), List.of(owner), Optional.empty(), time);
        sayings.add(new Saying(member, at, signal));
        acts.add(new Act(member, at, Optional.empty(), Optional.of(engagement.id())));
        occurrences.add(new Occurrence(engagement, List.of(talk.readWell(engagement.id(), signal, time))));
    }

    private void sold(EngagementKind kind, List<Member> reached, Optional<Exclusion> excluded, Instant at) {
        var engagement =
                engagement(kind, ActorSide.SELLER, List.of(), reached, List.of(owner), excluded, logged(kind, at));
        occurrences.add(new Occurrence(engagement, List.of()));
    }

    private void machine(EngagementKind kind, Member actor, Exclusion excluded, Instant at) {
        var engagement = engagement(
                kind, ActorSide.BUYER, List.of(actor), List.of(), List.of(), Optional.of(excluded), FactTime.at(at));
        occurrences.add(new Occurrence(engagement, List.of()));
    }

    private FactTime logged(EngagementKind kind, Instant at) {
        boolean byHand = kind == EngagementKind.MEETING || kind == EngagementKind.CALL;
        boolean late = dice.chance(LOGGED_LATE);
        var delay = Duration.ofHours(dice.between(24, 9 * 24));
        return byHand && late ? new FactTime(at, at.plus(delay)) : FactTime.at(at);
    }

    private Engagement engagement(
            EngagementKind kind,
            ActorSide side,
            List<Member> actors,
            List<Member> reached,
            List<UserId> users,
            Optional<Exclusion> excluded,
            FactTime time) {
        var id = Keys.engagement(account, occurrences.size() + 1);
        return new Engagement(id, Keys.account(account), kind, side, ids(actors), ids(reached), users, excluded, time);
    }

    private static List<PersonId> ids(List<Member> members) {
        return members.stream().map(Member::id).toList();
    }
}
