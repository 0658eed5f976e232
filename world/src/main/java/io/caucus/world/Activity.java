package io.caucus.world;

import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Exclusion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
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

    private final int account;
    private final Plan plan;
    private final Staff staff;
    private final UserId owner;
    private final Calendar calendar;
    private final Dice dice;
    private final Rhythm rhythm;
    private final List<Engagement> engagements = new ArrayList<>();
    /** Who acts of their own accord, in the order in which they joined. */
    private final SequencedSet<Member> active = new LinkedHashSet<>();

    Activity(int account, Plan plan, Staff staff, UserId owner, Calendar calendar, Dice dice) {
        this.account = account;
        this.plan = plan;
        this.staff = staff;
        this.owner = owner;
        this.calendar = calendar;
        this.dice = dice;
        this.rhythm = rhythm(Rhythm.of(plan, isStory(), dice));
    }

    /** Everything that became known by the end, oldest first. */
    List<Engagement> tell() {
        if (staff.members().isEmpty()) {
            return List.of();
        }
        var joining = joining();
        for (int day = Calendar.DAYS - 1; day >= 0; day--) {
            join(joining, day);
            buyers(day);
            champion(day);
            strangers(day);
            sellers(day);
            newsletter(day);
        }
        return engagements.stream()
                .filter(engagement -> calendar.isOver(engagement.time().visibleFrom()))
                .sorted(Comparator.comparing(Engagement::time).thenComparing(Engagement::id))
                .toList();
    }

    private boolean isStory() {
        return account <= WorldSettings.STORY_ACCOUNTS;
    }

    /** Where the champion leaves, things slacken the day they do. */
    private Rhythm rhythm(Rhythm drawn) {
        return staff.lead()
                .filter(member -> plan.pattern() == Pattern.CHAMPION_LEFT)
                .flatMap(Member::left)
                .map(left -> drawn.until((int) calendar.age(left.occurredAt()), 0.3))
                .orElse(drawn);
    }

    /** Those who become active on their own, by the day on which they do; in a champion's account the champion only. */
    private List<Member> joining() {
        var lead = staff.lead().orElseThrow();
        var joining = new ArrayList<Member>();
        joining.add(lead);
        staff.members().stream().filter(member -> !member.equals(lead)).forEach(joining::add);
        int most = switch (plan.pattern()) {
            case HEALTHY -> dice.between(4, 8);
            case STALLED, REENGAGED -> dice.between(2, 5);
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
            active.add(joining.remove(0));
        }
    }

    private void buyers(int day) {
        int actions = dice.poisson(rhythm.aWeek(day) / 7 * calendar.busyness(day));
        for (int action = 0; action < actions; action++) {
            var at = calendar.workingHour(day, dice);
            var there = active.stream().filter(member -> member.isThere(at)).toList();
            if (!there.isEmpty()) {
                ownAccord(there, at);
            }
        }
    }

    private void ownAccord(List<Member> there, Instant at) {
        var actor = actor(there, at);
        var kind = dice.pick(OWN_ACCORD);
        switch (kind) {
            case MEETING -> bought(kind, company(actor, there, dice.between(1, 4)), List.of(), List.of(owner), at);
            case REPLY, EMAIL -> {
                var copied = dice.chance(0.3) ? company(actor, there, 1) : List.of(actor);
                bought(kind, List.of(actor), without(copied, actor), List.of(owner), at);
            }
            case CALL -> bought(kind, List.of(actor), List.of(), List.of(owner), at);
            case FORWARD,
                    INTRODUCTION,
                    WEBINAR,
                    EVENT,
                    VISIT,
                    PRICING_VISIT,
                    DOWNLOAD,
                    FORM,
                    PRODUCT_USE,
                    CHAT,
                    TASK,
                    NOTE -> bought(kind, List.of(actor), List.of(), List.of(), at);
        }
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
        bought(EngagementKind.FORWARD, List.of(champion), colleagues, List.of(), at);
        for (Member colleague : colleagues) {
            var lag = dice.exponential(MEAN_LAG);
            var kind = dice.pick(FOLLOWING);
            var then = at.plus(lag.compareTo(LONGEST_LAG) < 0 ? lag : LONGEST_LAG);
            if (dice.chance(FOLLOWS) && colleague.isThere(then)) {
                boolean answersUs = kind == EngagementKind.REPLY;
                bought(
                        kind,
                        List.of(colleague),
                        answersUs ? List.of(champion) : List.of(),
                        answersUs ? List.of(owner) : List.of(),
                        then);
                active.add(colleague);
            }
        }
    }

    /** Two to four, first of all those who have not been active. */
    private List<Member> colleagues(Member champion, Instant at) {
        var there = new ArrayList<>(without(staff.thereAt(at), champion));
        for (int last = there.size() - 1; last > 0; last--) {
            Collections.swap(there, last, dice.between(0, last));
        }
        there.sort(Comparator.comparing(active::contains));
        return List.copyOf(there.subList(0, Math.min(dice.between(2, 4), there.size())));
    }

    private void strangers(int day) {
        boolean comes = dice.chance(STRANGERS_A_WEEK / 7);
        var at = calendar.workingHour(day, dice);
        var there = staff.thereAt(at);
        if (comes && !isStory() && !there.isEmpty()) {
            bought(EngagementKind.VISIT, List.of(dice.pick(there)), List.of(), List.of(), at);
        }
    }

    private void sellers(int day) {
        double pace =
                plan.pattern() == Pattern.SELLER_ONLY ? EAGER_SELLERS * SELLER_ACTIONS_A_WEEK : SELLER_ACTIONS_A_WEEK;
        int actions = dice.poisson(pace / 7 * calendar.busyness(day));
        for (int action = 0; action < actions; action++) {
            var at = calendar.workingHour(day, dice);
            var there = staff.thereAt(at);
            var kind = dice.pick(SELLING);
            if (!there.isEmpty()) {
                boolean internal = kind.channel() == EngagementKind.Channel.INTERNAL;
                var reached = internal ? List.<Member>of() : company(dice.pick(there), there, dice.between(0, 1));
                sold(kind, reached, Optional.empty(), at);
            }
        }
    }

    /** Announcements, and what machines make of them. */
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
    }

    private void bought(
            EngagementKind kind, List<Member> actors, List<Member> reached, List<UserId> users, Instant at) {
        var time = logged(kind, at);
        if (!dice.chance(NEVER_RECORDED)) {
            record(kind, ActorSide.BUYER, actors, reached, users, Optional.empty(), time);
        }
    }

    private void sold(EngagementKind kind, List<Member> reached, Optional<Exclusion> excluded, Instant at) {
        record(kind, ActorSide.SELLER, List.of(), reached, List.of(owner), excluded, logged(kind, at));
    }

    private void machine(EngagementKind kind, Member actor, Exclusion excluded, Instant at) {
        record(kind, ActorSide.BUYER, List.of(actor), List.of(), List.of(), Optional.of(excluded), FactTime.at(at));
    }

    private FactTime logged(EngagementKind kind, Instant at) {
        boolean byHand = kind == EngagementKind.MEETING || kind == EngagementKind.CALL;
        boolean late = dice.chance(LOGGED_LATE);
        var delay = Duration.ofHours(dice.between(24, 9 * 24));
        return byHand && late ? new FactTime(at, at.plus(delay)) : FactTime.at(at);
    }

    private void record(
            EngagementKind kind,
            ActorSide side,
            List<Member> actors,
            List<Member> reached,
            List<UserId> users,
            Optional<Exclusion> excluded,
            FactTime time) {
        var id = Keys.engagement(account, engagements.size() + 1);
        engagements.add(new Engagement(
                id, Keys.account(account), kind, side, ids(actors), ids(reached), users, excluded, time));
    }

    private static List<PersonId> ids(List<Member> members) {
        return members.stream().map(Member::id).toList();
    }
}
