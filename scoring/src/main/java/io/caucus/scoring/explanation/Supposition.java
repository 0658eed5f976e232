package io.caucus.scoring.explanation;

import io.caucus.features.AccountContext;
import io.caucus.features.FeatureCatalogue;
import io.caucus.features.committee.CommitteeMap;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Outcome;
import io.caucus.graphmodel.vocabulary.RoleSource;
import io.caucus.graphmodel.vocabulary.Seniority;
import io.caucus.scoring.explanation.Change.Somebody;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Turns one change into facts of an account's history, or says what stands against it. */
final class Supposition {

    /** What is supposed has keys that no source gives. */
    private static final String SOURCE = "what-if:";

    private static final UserId US = new UserId(SOURCE + "us");

    private final AccountHistory history;
    private final AccountContext context;
    private final CommitteeMap committee;

    Supposition(Known known, FeatureCatalogue catalogue) {
        this.history = known.history();
        this.context = catalogue.account(known.history(), known.peers(), known.network());
        this.committee = context.committee();
    }

    /** @throws Impossible if it cannot be */
    AccountHistory with(Change change) {
        return switch (change) {
            case Change.FillSeat seat -> fill(seat);
            case Change.AddMeeting meeting -> meet(meeting);
            case Change.LoseChampion champion -> without(onlyChampion());
            case Change.LosePerson loss -> without(employed(loss.person()));
        };
    }

    private AccountHistory fill(Change.FillSeat change) {
        var role = change.role();
        var seat = committee.requiredSeats().stream()
                .filter(required -> required.role() == role)
                .findFirst()
                .orElseThrow(() -> new Impossible("Nobody needs to sit on %s here. The committee's seats are %s."
                        .formatted(
                                words(role),
                                committee.requiredSeats().stream()
                                        .map(required -> words(required.role()))
                                        .collect(Collectors.joining(", ")))));
        var holders = seat.assigned();
        if (holders.size() >= seat.required()) {
            throw new Impossible("The seat of %s is taken, by %s. Suppose that they leave first, or fill another seat."
                    .formatted(words(role), named(holders)));
        }
        var deal = newestOpenOpportunity();
        var when = FactTime.at(now());
        var additions = new Additions(history);
        var holder = present(change.by(), words(role), when, additions);
        if (holders.contains(holder)) {
            throw new Impossible("%s sits on %s already, which needs %d people. Name somebody else."
                    .formatted(named(List.of(holder)), words(role), seat.required()));
        }
        additions.roles.add(new RoleHolding(holder, deal, role, RoleSource.STATED_IN_CRM, 1, when, Optional.empty()));
        additions.engagements.add(meeting(holder, when));
        return additions.history();
    }

    private AccountHistory meet(Change.AddMeeting change) {
        var at = change.at().orElse(now());
        if (at.isAfter(now())) {
            throw new Impossible(
                    "A meeting at %s is after %s, as of which the score is asked. Give an earlier time, or ask as of a later one."
                            .formatted(at, history.asOf()));
        }
        if (at.isBefore(history.account().time().visibleFrom())) {
            throw new Impossible(
                    "A meeting at %s is before anything was known of account '%s' at %s. Give a later time."
                            .formatted(
                                    at,
                                    history.account().id(),
                                    history.account().time().visibleFrom()));
        }
        var when = FactTime.at(at);
        var additions = new Additions(history);
        additions.engagements.add(meeting(present(change.with(), "meeting", when, additions), when));
        return additions.history();
    }

    private Engagement meeting(PersonId person, FactTime when) {
        return new Engagement(
                new EngagementId(SOURCE + "meeting-" + (history.engagements().size() + 1)),
                history.account().id(),
                EngagementKind.MEETING,
                ActorSide.BUYER,
                List.of(person),
                List.of(),
                List.of(US),
                Optional.empty(),
                when);
    }

    /** Who is meant; somebody new is hired. */
    private PersonId present(Somebody somebody, String as, FactTime when, Additions additions) {
        return switch (somebody) {
            case Somebody.Known known -> employed(known.person());
            case Somebody.OnSeat seat -> onSeat(seat.role());
            case Somebody.OfFunction of ->
                context.activity().employed().entrySet().stream()
                        .filter(job -> job.getValue().function() == of.function())
                        .findFirst()
                        .map(job -> job.getKey())
                        .orElseGet(() -> hire(Seniority.UNKNOWN, of.function(), as, when, additions));
            case Somebody.Hired hired -> hire(hired.seniority(), hired.function(), as, when, additions);
        };
    }

    private PersonId hire(Seniority seniority, JobFunction function, String as, FactTime when, Additions additions) {
        var person = new PersonId(SOURCE + "person-" + (history.people().size() + 1));
        additions.people.add(new Person(person, "Somebody new (%s)".formatted(as), Optional.empty(), when));
        additions.employments.add(new Employment(
                person, history.account().id(), Optional.empty(), function, seniority, when, Optional.empty()));
        return person;
    }

    private PersonId onSeat(CommitteeRole role) {
        return committee.seats().stream()
                .filter(seat -> seat.role() == role)
                .flatMap(seat -> seat.holders().stream())
                .map(CommitteeMap.Holder::person)
                .findFirst()
                .orElseThrow(() -> new Impossible(
                        "Nobody sits on %s, so there is nobody to meet. Suppose that the seat is filled: that comes with a meeting."
                                .formatted(words(role))));
    }

    private PersonId employed(PersonId person) {
        if (!context.activity().isEmployed(person)) {
            throw new Impossible("Nobody '%s' works at account '%s' as of %s. Those who do: %s."
                    .formatted(
                            person,
                            history.account().id(),
                            history.asOf(),
                            context.activity().employed().isEmpty()
                                    ? "nobody"
                                    : named(context.activity().employed().keySet().stream()
                                            .toList())));
        }
        return person;
    }

    private PersonId onlyChampion() {
        var champions = new TreeSet<PersonId>();
        committee.seats().stream()
                .filter(seat -> seat.role() == CommitteeRole.CHAMPION)
                .forEach(seat -> champions.addAll(seat.assigned()));
        context.champions()
                .findByEffect()
                .filter(context.activity()::isEmployed)
                .ifPresent(champions::add);
        if (champions.isEmpty()) {
            throw new Impossible(
                    "There is no champion to lose, neither on record nor by effect. Suppose that a person leaves"
                            + " instead.");
        }
        if (champions.size() > 1) {
            throw new Impossible("There is more than one champion: %s. Say which of them leaves."
                    .formatted(named(List.copyOf(champions))));
        }
        return champions.first();
    }

    /** All jobs of theirs here ended just before now; one that began only now never began. */
    private AccountHistory without(PersonId leaver) {
        var last = FactTime.at(now().minusMillis(1));
        var jobs = new ArrayList<Employment>();
        for (Employment job : history.employments()) {
            boolean ends = job.person().equals(leaver) && job.holdsAt(history.asOf());
            if (!ends) {
                jobs.add(job);
            } else if (!job.time().occurredAt().isAfter(last.occurredAt())) {
                jobs.add(new Employment(
                        job.person(),
                        job.account(),
                        job.title(),
                        job.function(),
                        job.seniority(),
                        job.time(),
                        Optional.of(last)));
            }
        }
        var change = new Additions(history);
        change.employments.clear();
        change.employments.addAll(jobs);
        return change.history();
    }

    private OpportunityId newestOpenOpportunity() {
        return history.opportunities().stream()
                .filter(deal -> history.stageOf(deal.id())
                        .filter(stage -> stage.outcome() != Outcome.OPEN)
                        .isEmpty())
                .max(Comparator.comparing(Opportunity::time).thenComparing(Opportunity::id))
                .map(Opportunity::id)
                .orElseThrow(() -> new Impossible(
                        "Account '%s' has no open opportunity as of %s, and a seat is one of an opportunity. Open one first."
                                .formatted(history.account().id(), history.asOf())));
    }

    private Instant now() {
        return history.asOf().instant();
    }

    private String named(List<PersonId> people) {
        return people.stream().map(this::named).collect(Collectors.joining(", "));
    }

    private String named(PersonId person) {
        return history.people().stream()
                .filter(known -> known.id().equals(person) && !known.name().isEmpty())
                .findFirst()
                .map(known -> "%s (%s)".formatted(known.name(), person))
                .orElseGet(person::value);
    }

    private static String words(CommitteeRole role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A history that may grow. */
    private static final class Additions {

        private final AccountHistory history;
        private final List<Employment> employments;
        private final List<Person> people;
        private final List<RoleHolding> roles;
        private final List<Engagement> engagements;

        Additions(AccountHistory history) {
            this.history = history;
            this.employments = new ArrayList<>(history.employments());
            this.people = new ArrayList<>(history.people());
            this.roles = new ArrayList<>(history.roles());
            this.engagements = new ArrayList<>(history.engagements());
        }

        AccountHistory history() {
            return new AccountHistory(
                    history.account(),
                    history.asOf(),
                    employments,
                    people,
                    history.opportunities(),
                    history.stageChanges(),
                    history.fieldChanges(),
                    roles,
                    engagements,
                    history.signalReadings(),
                    history.tickets(),
                    history.subsidiaries(),
                    history.links(),
                    history.things(),
                    history.surroundings());
        }
    }
}
