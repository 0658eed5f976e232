package io.caucus.graphmodel;

import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One fact where several tellings speak of the same thing: what the newest that was known by an instant says, known since the
 * earliest. An employment told without an end and again with one is a single employment that ended; as long as the end cannot be
 * seen, it goes on.
 *
 * <p>The newest telling is the one that knows of the latest instant (its beginning's or its end's, as far as that can be seen); of
 * several the one that speaks of the latest, then one that tells of an end, then the last as text. So when two records of one person
 * disagree about the end of a job, the one that heard of it last is believed.
 */
final class Retold {

    /** The telling known last is the newest; among those known at once, the one that speaks of the latest instant. */
    static final Comparator<FactTime> BY_NEWS =
            Comparator.comparing(FactTime::knownAt).thenComparing(FactTime::occurredAt);

    private final AsOf asOf;

    Retold(AsOf asOf) {
        this.asOf = asOf;
    }

    List<Employment> employments(Collection<Employment> told) {
        return once(
                told.stream().map(job -> job.asKnown(asOf)).toList(),
                job -> List.of(
                        job.person(), job.account(), job.title(), job.time().occurredAt()),
                Employment::ended,
                (job, time) -> new Employment(
                        job.person(), job.account(), job.title(), job.function(), job.seniority(), time, job.ended()));
    }

    List<RoleHolding> roles(Collection<RoleHolding> told) {
        return once(
                told.stream().map(role -> role.asKnown(asOf)).toList(),
                role -> List.of(
                        role.person(),
                        role.opportunity(),
                        role.role(),
                        role.source(),
                        role.time().occurredAt()),
                RoleHolding::ended,
                (role, time) -> new RoleHolding(
                        role.person(),
                        role.opportunity(),
                        role.role(),
                        role.source(),
                        role.confidence(),
                        time,
                        role.ended()));
    }

    List<Ticket> tickets(Collection<Ticket> told) {
        return once(
                told.stream().map(ticket -> ticket.asKnown(asOf)).toList(),
                Ticket::id,
                Ticket::last,
                (ticket, time) -> new Ticket(
                        ticket.id(),
                        ticket.account(),
                        ticket.raisedBy(),
                        ticket.priority(),
                        time,
                        ticket.answered(),
                        ticket.closed()));
    }

    List<Engagement> engagements(Collection<Engagement> told) {
        return once(
                told,
                Engagement::id,
                engagement -> Optional.empty(),
                (engagement, time) -> new Engagement(
                        engagement.id(),
                        engagement.account(),
                        engagement.kind(),
                        engagement.side(),
                        engagement.performedBy(),
                        engagement.addressedTo(),
                        engagement.users(),
                        engagement.excluded(),
                        time));
    }

    List<StageChange> stageChanges(Collection<StageChange> told) {
        return once(
                told,
                StageChange::key,
                change -> Optional.empty(),
                (change, time) -> new StageChange(change.opportunity(), change.stage(), change.outcome(), time));
    }

    List<FieldChange> fieldChanges(Collection<FieldChange> told) {
        return once(
                told,
                FieldChange::key,
                change -> Optional.empty(),
                (change, time) -> new FieldChange(change.entity(), change.field(), change.value(), time));
    }

    List<Subsidiary> subsidiaries(Collection<Subsidiary> told) {
        return once(
                told,
                link -> List.of(link.subsidiary(), link.parent(), link.time().occurredAt()),
                link -> Optional.empty(),
                (link, time) -> new Subsidiary(link.subsidiary(), link.parent(), time));
    }

    List<Link> links(Collection<Link> told) {
        return once(
                told.stream().map(link -> link.asKnown(asOf)).toList(),
                link -> List.of(link.type(), link.from(), link.to(), link.key()),
                Link::ended,
                (link, time) -> new Link(
                        link.type(), link.from(), link.to(), link.through(), link.measures(), time, link.ended()));
    }

    private <F extends Fact> List<F> once(
            Collection<F> told,
            Function<F, Object> identity,
            Function<F, Optional<FactTime>> end,
            BiFunction<F, FactTime, F> at) {
        var tellings = new LinkedHashMap<Object, List<F>>();
        told.stream()
                .filter(fact -> !fact.time().knownAt().isAfter(asOf.instant()))
                .forEach(fact -> tellings.computeIfAbsent(identity.apply(fact), first -> new ArrayList<>(1))
                        .add(fact));
        return tellings.values().stream()
                .map(ofOne -> ofOne.size() == 1 ? ofOne.getFirst() : merged(ofOne, end, at))
                .toList();
    }

    private static <F extends Fact> F merged(
            List<F> told, Function<F, Optional<FactTime>> end, BiFunction<F, FactTime, F> at) {
        var newest = told.stream()
                .max(Comparator.<F, FactTime>comparing(fact -> latest(fact.time(), end.apply(fact)), BY_NEWS)
                        .thenComparing(fact -> end.apply(fact).isPresent())
                        .thenComparing(Object::toString))
                .orElseThrow();
        var knownAt = told.stream()
                .map(fact -> fact.time().knownAt())
                .min(Comparator.<Instant>naturalOrder())
                .orElseThrow();
        return at.apply(newest, new FactTime(newest.time().occurredAt(), knownAt));
    }

    private static FactTime latest(FactTime time, Optional<FactTime> end) {
        return end.map(ended -> new FactTime(
                        later(time.occurredAt(), ended.occurredAt()), later(time.knownAt(), ended.knownAt())))
                .orElse(time);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
