package io.caucus.scoring.explanation;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was known of an account at an earlier instant, looked at as of a later one: all facts of the earlier history, and of the later one
 * what had been foreseen: known by the earlier instant, to happen after it. A job whose end had been announced ends; nothing else is added,
 * and nothing that was taken back later is missing.
 *
 * <p>What was foreseen is read from the later history, which holds the newest telling only. So what had been foreseen and was told anew
 * meanwhile counts as told anew. What lies around the account stays as it was.
 */
final class Aging {

    private final AsOf then;

    private Aging(AsOf then) {
        this.then = then;
    }

    /** @param later of the same account, as of a later instant */
    static AccountHistory of(AccountHistory earlier, AccountHistory later) {
        return new Aging(earlier.asOf()).aged(earlier, later);
    }

    private AccountHistory aged(AccountHistory earlier, AccountHistory later) {
        var opportunities = aged(earlier.opportunities(), later.opportunities(), Opportunity::id);
        var engagements = aged(earlier.engagements(), later.engagements(), Engagement::id);
        var employments = aged(earlier.employments(), later.employments(), Aging::identity, this::asForeseen);
        var links = aged(earlier.links(), later.links(), Aging::identity, this::asForeseen);
        return new AccountHistory(
                earlier.account(),
                later.asOf(),
                employments,
                people(earlier, later, employments, engagements),
                opportunities,
                of(
                        opportunities,
                        aged(earlier.stageChanges(), later.stageChanges(), StageChange::key),
                        StageChange::opportunity),
                aged(earlier.fieldChanges(), later.fieldChanges(), FieldChange::key).stream()
                        .filter(change -> isOfKnown(change.entity(), opportunities))
                        .toList(),
                of(
                        opportunities,
                        aged(earlier.roles(), later.roles(), Aging::identity, this::asForeseen),
                        RoleHolding::opportunity),
                engagements,
                aged(
                        earlier.signalReadings(),
                        later.signalReadings(),
                        reading -> List.of(reading.engagement(), reading.extractor())),
                aged(earlier.tickets(), later.tickets(), Ticket::id, this::asForeseen),
                aged(earlier.subsidiaries(), later.subsidiaries(), Aging::identity),
                links,
                things(earlier, later, links),
                earlier.surroundings());
    }

    /** Of opportunities that were known of. */
    private static <F extends Fact> List<F> of(
            List<Opportunity> opportunities, List<F> facts, Function<F, OpportunityId> opportunity) {
        var known = opportunities.stream().map(Opportunity::id).collect(Collectors.toSet());
        return facts.stream()
                .filter(fact -> known.contains(opportunity.apply(fact)))
                .toList();
    }

    private static boolean isOfKnown(EntityRef entity, List<Opportunity> opportunities) {
        return entity.label() != NodeLabel.OPPORTUNITY
                || opportunities.stream().anyMatch(known -> known.id().ref().equals(entity));
    }

    /** Those of then, and those known then who take a job, or take part in something, that was foreseen. */
    private List<Person> people(
            AccountHistory earlier, AccountHistory later, List<Employment> jobs, List<Engagement> engagements) {
        var mentioned = Stream.concat(
                        jobs.stream().map(Employment::person),
                        engagements.stream()
                                .flatMap(engagement -> Stream.concat(
                                        engagement.performedBy().stream(), engagement.addressedTo().stream())))
                .collect(Collectors.toSet());
        return mentioned(earlier.people(), later.people(), Person::id, mentioned);
    }

    /** Those of then, and those known then to which a link that was foreseen leads. */
    private List<Thing> things(AccountHistory earlier, AccountHistory later, List<Link> links) {
        var linked = links.stream()
                .flatMap(link -> Stream.of(link.from(), link.to()))
                .collect(Collectors.toSet());
        return mentioned(earlier.things(), later.things(), Thing::entity, linked);
    }

    private <F extends Fact, K> List<F> mentioned(
            List<F> earlier, List<F> later, Function<F, K> identity, Set<K> mentioned) {
        var seen = earlier.stream().map(identity).collect(Collectors.toSet());
        return Stream.concat(
                        earlier.stream(),
                        later.stream()
                                .filter(fact -> !seen.contains(identity.apply(fact))
                                        && mentioned.contains(identity.apply(fact))
                                        && !fact.time().knownAt().isAfter(then.instant())))
                .toList();
    }

    private <F extends Fact> List<F> aged(List<F> earlier, List<F> later, Function<F, Object> identity) {
        return aged(earlier, later, identity, (before, after) -> before);
    }

    /** @param asForeseen a fact of then, or one foreseen, as far as was known then how its counterpart of now would end */
    private <F extends Fact> List<F> aged(
            List<F> earlier, List<F> later, Function<F, Object> identity, BinaryOperator<F> asForeseen) {
        var counterparts = new HashMap<Object, F>();
        later.forEach(fact -> counterparts.put(identity.apply(fact), fact));
        var aged = new ArrayList<F>();
        for (F fact : earlier) {
            var counterpart = counterparts.get(identity.apply(fact));
            aged.add(counterpart == null ? fact : asForeseen.apply(fact, counterpart));
        }
        var seen = earlier.stream().map(identity).collect(Collectors.toSet());
        later.stream()
                .filter(fact -> isForeseen(fact.time()) && !seen.contains(identity.apply(fact)))
                .forEach(fact -> aged.add(asForeseen.apply(fact, fact)));
        return aged;
    }

    /** Known then, to happen later. */
    private boolean isForeseen(FactTime time) {
        return !time.knownAt().isAfter(then.instant()) && time.occurredAt().isAfter(then.instant());
    }

    /** An end that had passed by then, or one that was foreseen. */
    private Optional<FactTime> foreseen(Optional<FactTime> before, Optional<FactTime> after) {
        return after.filter(this::isForeseen).or(() -> before.filter(then::sees));
    }

    private Employment asForeseen(Employment before, Employment after) {
        return new Employment(
                before.person(),
                before.account(),
                before.title(),
                before.function(),
                before.seniority(),
                before.time(),
                foreseen(before.ended(), after.ended()));
    }

    private RoleHolding asForeseen(RoleHolding before, RoleHolding after) {
        return new RoleHolding(
                before.person(),
                before.opportunity(),
                before.role(),
                before.source(),
                before.confidence(),
                before.time(),
                foreseen(before.ended(), after.ended()));
    }

    private Link asForeseen(Link before, Link after) {
        return new Link(
                before.type(),
                before.from(),
                before.to(),
                before.through(),
                before.measures(),
                before.time(),
                foreseen(before.ended(), after.ended()));
    }

    private Ticket asForeseen(Ticket before, Ticket after) {
        return new Ticket(
                before.id(),
                before.account(),
                before.raisedBy(),
                before.priority(),
                before.time(),
                foreseen(before.answered(), after.answered()),
                foreseen(before.closed(), after.closed()));
    }

    private static Object identity(Employment job) {
        return List.of(job.person(), job.account(), job.title(), job.time().occurredAt());
    }

    private static Object identity(RoleHolding role) {
        return List.of(
                role.person(),
                role.opportunity(),
                role.role(),
                role.source(),
                role.time().occurredAt());
    }

    private static Object identity(Subsidiary link) {
        return List.of(link.subsidiary(), link.parent(), link.time().occurredAt());
    }

    private static Object identity(Link link) {
        return List.of(link.type(), link.from(), link.to(), link.key());
    }

    /** All facts of an account's own, in a fixed order; what lies around it is not among them. */
    static List<Fact> facts(AccountHistory history) {
        var facts = new ArrayList<Fact>();
        facts.add(history.account());
        facts.addAll(history.employments());
        facts.addAll(history.people());
        facts.addAll(history.opportunities());
        facts.addAll(history.stageChanges());
        facts.addAll(history.fieldChanges());
        facts.addAll(history.roles());
        facts.addAll(history.engagements());
        facts.addAll(history.signalReadings());
        facts.addAll(history.tickets());
        facts.addAll(history.subsidiaries());
        facts.addAll(history.links());
        facts.addAll(history.things());
        return facts;
    }
}
