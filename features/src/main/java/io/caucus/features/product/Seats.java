package io.caucus.features.product;

import io.caucus.features.EvidenceItem.SeatCount;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.LinkType.Measure;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The seats an account has at an instant, by the last count of each product.
 *
 * @param counts of each product that was licensed then the last one, in the order of products
 */
record Seats(List<Link> counts) {

    static Seats at(Instant instant, AccountHistory history) {
        var last = new TreeMap<EntityRef, Link>();
        history.links().stream()
                .filter(link -> link.type() == LinkType.USES
                        && link.from().equals(history.account().id().ref())
                        && link.measures().keySet().containsAll(LinkType.USES.measures())
                        && !link.time().occurredAt().isAfter(instant))
                .sorted(Comparator.comparing(Link::time))
                .forEach(link -> last.put(link.to(), link));
        return new Seats(
                last.values().stream().filter(link -> isLicensed(link, instant)).toList());
    }

    private static boolean isLicensed(Link count, Instant instant) {
        return count.ended().filter(end -> end.occurredAt().isBefore(instant)).isEmpty();
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    double bought() {
        return sum(Measure.SEATS_BOUGHT);
    }

    double active() {
        return sum(Measure.SEATS_ACTIVE);
    }

    private double sum(Measure measure) {
        double sum = 0;
        for (Link count : counts) {
            sum += measured(count, measure);
        }
        return sum;
    }

    private static double measured(Link count, Measure measure) {
        return count.measures().getOrDefault(measure, 0.0);
    }

    /** Newest first. */
    static List<SeatCount> items(Collection<Link> counts) {
        return counts.stream()
                .distinct()
                .sorted(Comparator.comparing(Link::time).reversed().thenComparing(Link::to))
                .map(count -> new SeatCount(
                        count.to(),
                        measured(count, Measure.SEATS_BOUGHT),
                        measured(count, Measure.SEATS_ACTIVE),
                        count.time().occurredAt()))
                .toList();
    }
}
