package io.caucus.world;

import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.time.FactTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who works at an account.
 *
 * @param members by rank: the first have the jobs a committee is seated from
 * @param lead the champion, or whoever is loudest
 * @param pastChampion of the account's earlier deal; a member, too
 */
record Staff(List<Member> members, Optional<Member> lead, Optional<Member> pastChampion) {

    private static final double HAS_MAIL = 0.95;
    private static final double LEAVES = 1.0 / 12;
    private static final double CAME_FROM_ANOTHER = 1.0 / 15;
    private static final double NEW_HERE = 0.1;

    /** Ranks whose jobs let somebody speak for others, at small accounts as at large ones. */
    private static final List<Integer> RANKS_OF_LEADS = List.of(0, 2, 3);

    /** @param arrived whoever came from another account under the key they had there */
    static Staff of(Company company, List<Member> arrived, WorldSettings settings, Dice dice) {
        var plan = company.plan();
        var hiring = new Hiring(company, settings, dice);
        var members = new ArrayList<Member>();
        int lead = dice.pick(RANKS_OF_LEADS);
        for (int rank = 0; rank < plan.people(); rank++) {
            members.add(hiring.hire(rank, rank == lead));
        }
        var champion = company.earlier().map(hiring::championOf);
        var leading = members.isEmpty() ? Optional.<Member>empty() : Optional.of(members.get(lead));
        champion.ifPresent(members::add);
        members.addAll(arrived);
        return new Staff(List.copyOf(members), leading, champion);
    }

    List<Member> thereAt(Instant instant) {
        return members.stream().filter(member -> member.isThere(instant)).toList();
    }

    /** The account's staff in the making: no mail address is given twice. */
    private static final class Hiring {

        private final int account;
        private final Plan plan;
        private final WorldSettings settings;
        private final Calendar calendar;
        private final Dice dice;
        private final Set<String> mails = new HashSet<>();

        Hiring(Company company, WorldSettings settings, Dice dice) {
            this.account = company.number();
            this.plan = company.plan();
            this.settings = settings;
            this.calendar = new Calendar(settings.end());
            this.dice = dice;
        }

        Member hire(int rank, boolean lead) {
            var job = Job.draw(rank, dice);
            var hired = hired(lead);
            var person = person(rank, hired.knownAt());
            return new Member(person, job, hired, left(lead, hired), earlier(person, job, hired));
        }

        /** They were there a while before the deal began, and have a job that no seat asks for. */
        Member championOf(EarlierDeal deal) {
            var joined = deal.created().minus(Duration.ofDays(dice.between(20, 900)));
            var person = person(plan.people(), joined);
            return new Member(
                    person,
                    Job.draw(Integer.MAX_VALUE, dice),
                    FactTime.at(joined),
                    deal.championLeft().map(FactTime::at),
                    Optional.empty());
        }

        private Person person(int rank, Instant known) {
            var name = name();
            var mail = name.mail();
            for (int twin = 2; !mails.add(mail); twin++) {
                mail = name.mail() + twin;
            }
            var address = mail + "@" + Companies.domain(plan.name());
            var email = dice.chance(HAS_MAIL) ? Optional.of(address) : Optional.<String>empty();
            return new Person(Keys.person(account, rank + 1), name.display(), email, FactTime.at(known));
        }

        /** Nobody in a story has a namesake, who would only puzzle whoever looks at it. */
        private Names.Name name() {
            var name = Names.draw(dice);
            while (account <= WorldSettings.STORY_ACCOUNTS && mails.contains(name.mail())) {
                name = Names.draw(dice);
            }
            return name;
        }

        private FactTime hired(boolean lead) {
            if (!lead && dice.chance(NEW_HERE)) {
                var started = calendar.daysAgo(dice.between(40, Calendar.DAYS));
                return new FactTime(started, started.plus(Duration.ofDays(dice.between(0, 20))));
            }
            var known = calendar.daysAgo(dice.between(Calendar.DAYS + 10, 600));
            return new FactTime(known.minus(Duration.ofDays(dice.between(30, 2500))), known);
        }

        private Optional<FactTime> left(boolean lead, FactTime hired) {
            if (lead) {
                return plan.pattern() == Pattern.CHAMPION_LEFT ? Optional.of(championLeft()) : Optional.empty();
            }
            if (!dice.chance(LEAVES)) {
                return Optional.empty();
            }
            int longest = (int) Math.min(Calendar.DAYS, calendar.age(hired.visibleFrom()));
            int daysAgo = dice.between(2, longest - 5);
            var left = calendar.daysAgo(daysAgo);
            return Optional.of(new FactTime(left, left.plus(Duration.ofDays(dice.between(0, Math.min(20, daysAgo))))));
        }

        private FactTime championLeft() {
            boolean story = account <= WorldSettings.STORY_ACCOUNTS;
            int daysAgo = story ? Plan.STORY_CHAMPION_LEFT_DAYS_AGO : dice.between(35, 60);
            var left = calendar.daysAgo(daysAgo);
            return new FactTime(left, left.plus(Duration.ofDays(dice.between(1, 9))));
        }

        private Optional<Employment> earlier(Person person, Job job, FactTime hired) {
            int origin = dice.between(1, Math.max(1, account - 1));
            boolean moved = dice.chance(CAME_FROM_ANOTHER);
            if (!moved || account <= WorldSettings.STORY_ACCOUNTS || isEmpty(origin)) {
                return Optional.empty();
            }
            var quit = hired.occurredAt().minus(Duration.ofDays(dice.between(5, 40)));
            var began = quit.minus(Duration.ofDays(dice.between(300, 1500)));
            return Optional.of(new Employment(
                    person.id(),
                    Keys.account(origin),
                    job.title(),
                    job.function(),
                    job.seniority(),
                    new FactTime(began, hired.knownAt()),
                    Optional.of(new FactTime(quit, hired.knownAt()))));
        }

        private boolean isEmpty(int number) {
            return World.plan(number, settings).pattern() == Pattern.EMPTY;
        }
    }
}
