package io.caucus.testkit;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Draws more tellings of what has been told: renamed things, single attributes, what is only assumed, ends that are told late. */
final class Retellings {

    private static final int MOST_OF_ONE_THING = 3;

    private static final List<ChangeField> TOLD_ALONE = List.of(
            ChangeField.NAME, ChangeField.DOMAIN, ChangeField.EMAIL, ChangeField.REGION, ChangeField.LEAD_SOURCE);

    private final SplittableRandom random;
    private final RandomInstants instants;
    private final List<Fact> facts = new ArrayList<>();
    /** No two tellings of one thing at the very same instants: which of them holds would be a toss-up. */
    private final Set<List<Object>> taken = new HashSet<>();

    private long unique;

    Retellings(List<Fact> told, SplittableRandom random) {
        this.random = random;
        this.instants = new RandomInstants(random);
        told.forEach(this::noteInstants);
        told.forEach(this::retell);
        told.forEach(this::assume);
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    private void noteInstants(Fact fact) {
        switch (fact) {
            case Account account -> note(account.id().ref(), account.time());
            case Person person -> note(person.id().ref(), person.time());
            case User user -> note(user.id().ref(), user.time());
            case Opportunity opportunity -> note(opportunity.id().ref(), opportunity.time());
            default -> {}
        }
    }

    private boolean note(EntityRef thing, FactTime time) {
        return taken.add(List.of(thing, time));
    }

    private void retell(Fact fact) {
        switch (fact) {
            case Account account ->
                several(
                        account.id().ref(),
                        Instant.MIN,
                        time -> new Account(account.id(), word("Account"), perhaps(word("domain")), time));
            case Person person ->
                several(
                        person.id().ref(),
                        Instant.MIN,
                        time -> new Person(person.id(), word("Person"), perhaps(word("mail")), time));
            case User user -> several(user.id().ref(), Instant.MIN, time -> new User(user.id(), word("User"), time));
            case Opportunity deal ->
                several(
                        deal.id().ref(),
                        deal.time().visibleFrom(),
                        time -> new Opportunity(deal.id(), deal.account(), word("Sale"), deal.pipeline(), time));
            case Employment job -> retellEnd(job);
            default -> {}
        }
    }

    private interface Whole {
        Fact at(FactTime time);
    }

    private void several(EntityRef thing, Instant earliest, Whole whole) {
        for (int more = random.nextInt(MOST_OF_ONE_THING + 1); more > 0; more--) {
            var time = instants.timeFrom(earliest);
            if (note(thing, time)) {
                facts.add(random.nextBoolean() ? whole.at(time) : part(thing, time));
            }
        }
    }

    private void assume(Fact fact) {
        switch (fact) {
            case Account account ->
                assumptions(
                        Instant.MIN,
                        (time, stated) ->
                                new Account(account.id(), word("Account"), perhaps(word("domain")), time, stated));
            case Person person ->
                assumptions(
                        Instant.MIN,
                        (time, stated) -> new Person(person.id(), word("Person"), perhaps(word("mail")), time, stated));
            case Opportunity deal ->
                assumptions(
                        deal.time().visibleFrom(),
                        (time, stated) -> new Opportunity(
                                deal.id(), deal.account(), word("Sale"), deal.pipeline(), time, stated));
            default -> {}
        }
    }

    private interface Assumed {
        Fact at(FactTime time, Optional<Instant> stated);
    }

    /** Of one beginning, stated at several instants; nothing else is told of this beginning, also not of another thing. */
    private void assumptions(Instant earliest, Assumed whole) {
        var drawn = instants.timeFrom(earliest);
        unique++;
        var time = new FactTime(
                drawn.occurredAt().plusNanos(unique * 1000), drawn.knownAt().plusNanos(unique * 1000));
        for (int count = random.nextInt(MOST_OF_ONE_THING + 1); count > 0; count--) {
            var later = Duration.ofDays(count * 10L + random.nextInt(10));
            facts.add(whole.at(time, Optional.of(time.occurredAt().plus(later))));
        }
    }

    private FieldChange part(EntityRef thing, FactTime time) {
        var fields = TOLD_ALONE.stream()
                .filter(field -> field.appliesTo(thing.label()))
                .toList();
        var field = fields.get(random.nextInt(fields.size()));
        boolean isTakenAway = thing.label() != NodeLabel.USER && random.nextInt(4) == 0;
        return new FieldChange(thing, field, isTakenAway ? "" : word("told"), time);
    }

    /** A job is told before its end is known, then again with it. */
    private void retellEnd(Employment job) {
        if (random.nextInt(3) > 0) {
            return;
        }
        var end = job.ended().isPresent()
                ? Optional.<FactTime>empty()
                : Optional.of(instants.timeFrom(job.time().occurredAt()));
        facts.add(new Employment(
                job.person(), job.account(), job.title(), job.function(), job.seniority(), job.time(), end));
    }

    private String word(String kind) {
        return kind + " " + random.nextInt(1000);
    }

    private Optional<String> perhaps(String value) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(value);
    }
}
