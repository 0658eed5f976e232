package io.caucus.features.propagation;

import io.caucus.features.propagation.EventLog.Event;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One cascade whose people's events are shifted around a circle, again and again: what {@link Candidates} and {@link Credits} say of
 * each such log, as far as the influence of its people goes.
 *
 * <p>A shift turns everybody's own events and keeps their order, so nothing is sorted but the responses, and nothing is made for an
 * event. Sums run person by person instead of by rising time: influences are those of {@link Credits} up to rounding.
 *
 * <p><b>Cost.</b> For n events, p people and r responses with at most e candidates: O(n + r·(p·log n + e)) for one shift.
 */
final class ShiftedCascade {

    private final Settings settings;
    private final Strengths strengths;
    private final long circle;

    /** The events person by person, each person's oldest first; those of person p from {@code first[p]} to {@code first[p + 1]}. */
    private final int[] first;

    private final int[] person;
    private final long[] since;
    private final int[] reach;
    private final BitSet[] reached;

    // Of the shift at hand: the same, each person's events as they stand then.
    private final int[] event;
    private final long[] time;
    private final int[] run;

    private final int[] response;
    private int responses;
    private final double[] descendants;
    private final double[] weights;

    /** @param cascade oldest first, at least one event */
    ShiftedCascade(List<Event> cascade, EventLog log, Settings settings, Strengths strengths) {
        this.settings = settings;
        this.strengths = strengths;
        circle = log.span() + 1;
        var ordered =
                cascade.stream().sorted(Comparator.comparingInt(Event::actor)).toList();
        int size = ordered.size();
        long begin = cascade.getFirst().at();
        person = ordered.stream().mapToInt(Event::actor).toArray();
        since = ordered.stream().mapToLong(one -> one.at() - begin).toArray();
        reach = ordered.stream().mapToInt(Event::reach).toArray();
        reached = ordered.stream().map(ShiftedCascade::reached).toArray(BitSet[]::new);
        first = firsts(ordered, log.people());
        event = new int[size];
        time = new long[size];
        run = new int[size];
        response = new int[size];
        descendants = new double[size];
        weights = new double[size];
    }

    private static BitSet reached(Event event) {
        var people = new BitSet();
        event.reached().forEach(people::set);
        return people;
    }

    private static int[] firsts(List<Event> ordered, int people) {
        var first = new int[people + 1];
        ordered.forEach(event -> first[event.actor() + 1]++);
        Arrays.parallelPrefix(first, Integer::sum);
        return first;
    }

    /** Adds to everybody's influence what they have in this cascade after one shift. */
    void addShifted(SplittableRandom random, double[] influence) {
        long[] by = random.longs(people(), 0, circle).toArray();
        responses = 0;
        for (int mover = 0; mover < people(); mover++) {
            turn(mover, by[mover]);
            beginRuns(mover);
        }
        Arrays.fill(descendants, 0, responses, 0);
        latestFirst().forEach(this::share);
        for (int index = 0; index < responses; index++) {
            influence[person[response[index]]] += descendants[index];
        }
    }

    private int people() {
        return first.length - 1;
    }

    /** Puts somebody's events where they stand after a shift. */
    private void turn(int mover, long by) {
        int begin = first[mover];
        int end = first[mover + 1];
        int wrapped = begin;
        while (wrapped < end && since[wrapped] + by < circle) {
            wrapped++;
        }
        int place = begin;
        for (int one = wrapped; one < end; one++) {
            put(place++, one, since[one] + by - circle);
        }
        for (int one = begin; one < wrapped; one++) {
            put(place++, one, since[one] + by);
        }
    }

    private void put(int place, int one, long at) {
        event[place] = one;
        time[place] = at;
    }

    private void beginRuns(int mover) {
        for (int place = first[mover]; place < first[mover + 1]; place++) {
            if (place == first[mover] || time[place] - time[place - 1] >= settings.silence()) {
                response[responses++] = place;
            }
            run[place] = responses - 1;
        }
    }

    /** Descendants of a response have come later, so they are known when it is shared out. */
    private IntStream latestFirst() {
        return IntStream.range(0, responses)
                .boxed()
                .sorted(Comparator.comparingLong(index -> -time[response[index]]))
                .mapToInt(Integer::intValue);
    }

    private void share(int index) {
        int place = response[index];
        double total = strengths.baseRate(person[place]);
        for (int mover = 0; mover < people(); mover++) {
            total += weigh(mover, place);
        }
        if (total > 0) {
            double worth = (1 + descendants[index]) / total;
            for (int mover = 0; mover < people(); mover++) {
                credit(mover, place, worth);
            }
        }
    }

    private double weigh(int mover, int place) {
        if (mover == person[place]) {
            return 0;
        }
        double strength = strengths.of(mover, person[place]);
        double sum = 0;
        for (int cause = earliest(mover, place); isBefore(cause, mover, place); cause++) {
            weights[cause] = strength * weight(cause, place);
            sum += weights[cause];
        }
        return sum;
    }

    private double weight(int cause, int place) {
        int one = event[cause];
        double odds = settings.odds().of(reached[one].get(person[place]), reached[event[place]].get(person[cause]));
        return odds == 0 ? 0 : odds * settings.kernel().at((double) (time[place] - time[cause])) / reach[one];
    }

    private void credit(int mover, int place, double worth) {
        if (mover == person[place]) {
            return;
        }
        for (int cause = earliest(mover, place); isBefore(cause, mover, place); cause++) {
            descendants[run[cause]] += weights[cause] * worth;
        }
    }

    /** The first place of somebody's event within the look-back of a response. */
    private int earliest(int mover, int place) {
        long after = time[place] - settings.lookBack();
        int low = first[mover];
        int high = first[mover + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time[middle] <= after) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isBefore(int cause, int mover, int place) {
        return cause < first[mover + 1] && time[cause] < time[place];
    }
}
