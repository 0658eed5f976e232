package io.caucus.graphmodel;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.fact.Tombstone;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.time.AsOf;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which records were deleted, as far as can be seen as of an instant, and what is not there because of it: all that was told of such a
 * record itself, and what links it to others. Engagements go on naming people whose records were deleted: what happened, happened.
 */
final class Deletions {

    private static final Comparator<Tombstone> BY_AGE =
            Comparator.comparing(Tombstone::time, Retold.BY_NEWS).thenComparing(stone -> !stone.lifted());

    private final Map<EntityRef, Tombstone> newest = new HashMap<>();

    private Deletions(Collection<? extends Fact> facts, AsOf asOf) {
        for (Fact fact : facts) {
            if (fact instanceof Tombstone stone && asOf.sees(stone.time())) {
                newest.merge(stone.entity(), stone, (one, other) -> BY_AGE.compare(one, other) < 0 ? other : one);
            }
        }
    }

    /** The facts that are still there. */
    static Collection<? extends Fact> survivedBy(Collection<? extends Fact> facts, AsOf asOf) {
        var deletions = new Deletions(facts, asOf);
        return deletions.newest.isEmpty()
                ? facts
                : facts.stream()
                        .filter(fact -> dependsOn(fact).noneMatch(deletions::isDeleted))
                        .toList();
    }

    private boolean isDeleted(EntityRef entity) {
        var stone = newest.get(entity);
        return stone != null && !stone.lifted();
    }

    private static Stream<EntityRef> dependsOn(Fact fact) {
        return switch (fact) {
            case Account account -> refs(account.id());
            case Person person -> refs(person.id());
            case User user -> Stream.of();
            case Employment job -> refs(job.person(), job.account());
            case Subsidiary link -> refs(link.subsidiary(), link.parent());
            case Opportunity opportunity -> refs(opportunity.id(), opportunity.account());
            case StageChange change -> refs(change.opportunity());
            case FieldChange change -> Stream.of(change.entity());
            case RoleHolding role -> refs(role.person(), role.opportunity());
            case Engagement engagement -> refs(engagement.id(), engagement.account());
            case SignalReading reading -> refs(reading.engagement());
            case Ticket ticket ->
                Stream.concat(refs(ticket.id()), ticket.account().stream().map(EntityKey::ref));
            case Thing thing -> Stream.of();
            case Link link ->
                Stream.concat(
                        Stream.of(link.from(), link.to()),
                        link.through().stream().map(EntityKey::ref));
            case Tombstone stone -> Stream.of();
        };
    }

    private static Stream<EntityRef> refs(EntityKey... keys) {
        return Stream.of(keys).map(EntityKey::ref);
    }
}
