package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.LinkType.Measure;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Two things have to do with each other, from one date and perhaps to another: an investor invested in an account, an account uses
 * a product, an engagement concerned a topic. One link is one type, two ends, an engagement and a beginning; told again, it may
 * have ended or been measured anew.
 *
 * @param through the engagement that is the evidence, for the types that need one and for no other
 * @param measures numbers, 0 or more, as the type allows
 * @param time when it began to hold
 * @param ended when it ceased to
 */
public record Link(
        LinkType type,
        EntityRef from,
        EntityRef to,
        Optional<EngagementId> through,
        Map<Measure, Double> measures,
        FactTime time,
        Optional<FactTime> ended)
        implements Fact {

    public Link {
        measures = Collections.unmodifiableMap(new TreeMap<>(measures));
        if (!type.links(from.label(), to.label())) {
            throw new IllegalArgumentException("link %s from %s to %s is not possible; it links %s"
                    .formatted(type, from, to, type.relationship().ends()));
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException("link %s leads from %s to itself".formatted(type, from));
        }
        if (type.isThroughEngagement() != through.isPresent()) {
            throw new IllegalArgumentException("link %s from %s to %s %s"
                    .formatted(
                            type,
                            from,
                            to,
                            type.isThroughEngagement()
                                    ? "names no engagement; it needs the one that shows it"
                                    : "names an engagement; only FORWARDED and INTRODUCED have one"));
        }
        if (!type.measures().containsAll(measures.keySet())) {
            throw new IllegalArgumentException("link %s from %s to %s has measures %s, may have %s"
                    .formatted(type, from, to, measures.keySet(), type.measures()));
        }
        measures.forEach((measure, value) -> check(type, measure, value));
        if (ended.isPresent() && ended.get().occurredAt().isBefore(time.occurredAt())) {
            throw new IllegalArgumentException("link %s from %s to %s ends at %s, before it begins at %s"
                    .formatted(type, from, to, ended.get().occurredAt(), time.occurredAt()));
        }
    }

    private static void check(LinkType type, Measure measure, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "%s of link %s is %s, must be 0 or more".formatted(measure, type, value));
        }
    }

    /** A link that lasts, without engagement or measures. */
    public static Link of(LinkType type, EntityRef from, EntityRef to, FactTime time) {
        return new Link(type, from, to, Optional.empty(), Map.of(), time, Optional.empty());
    }

    /** The key of its relationship, among those of its type between its ends. */
    public String key() {
        return through.map(engagement -> "%s|%s".formatted(time.occurredAt(), engagement))
                .orElseGet(() -> time.occurredAt().toString());
    }

    /** As known by an instant: without an end that cannot be seen yet. */
    public Link asKnown(AsOf asOf) {
        return ended.filter(end -> !asOf.sees(end)).isEmpty()
                ? this
                : new Link(type, from, to, through, measures, time, Optional.empty());
    }

    public boolean holdsAt(AsOf asOf) {
        return asOf.sees(time)
                && ended.filter(end -> asOf.sees(end) && asOf.instant().isAfter(end.occurredAt()))
                        .isEmpty();
    }
}
