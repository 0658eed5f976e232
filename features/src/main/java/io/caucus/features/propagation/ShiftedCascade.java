package io.caucus.features.propagation;

import io.caucus.features.propagation.EventLog.Event;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One cascade whose people's events are shifted around a circle, again and again: what {@link Candidates} and {@link Credits} say of
 * each such log, as far as the influence of its people goes.
 *
 * <p>A shift turns everybody's own events and keeps their order, so they are merged instead of sorted, and nothing is made for an
 * event. Then one pass goes from the latest event back: what a response set off is known before it is shared out.
 *
 * <p><b>Cost.</b> For n events of p people and r responses with at most e events in a look-back: O(n·log p + r·e) for one shift.
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

    // Of the shift at hand, for each event: when it stands now, the event its run began with, and the descendants of
    // that.
    private final long[] time;
    private final int[] run;
    private final double[] descendants;

    /** All events as they stand now, oldest first. */
    private int[] order;

    private int[] merged;
    // Of the response at hand: what each event weighs, in that order.
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
        time = new long[size];
        run = new int[size];
        descendants = new double[size];
        order = new int[size];
        merged = new int[size];
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
        for (int mover = 0; mover < people(); mover++) {
            turn(mover, random.nextLong(circle));
            beginRuns(mover);
        }
        merge();
        Arrays.fill(descendants, 0);
        int from = order.length;
        for (int place = order.length - 1; place >= 0; place--) {
            if (isResponse(order[place])) {
                from = firstWithinLookBack(place, Math.min(from, place));
                share(place, from);
            }
        }
        for (int event = 0; event < run.length; event++) {
            if (isResponse(event)) {
                influence[person[event]] += descendants[event];
            }
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
        for (int event = wrapped; event < end; event++) {
            put(place++, event, since[event] + by - circle);
        }
        for (int event = begin; event < wrapped; event++) {
            put(place++, event, since[event] + by);
        }
    }

    private void put(int place, int event, long at) {
        order[place] = event;
        time[event] = at;
    }

    private void beginRuns(int mover) {
        for (int place = first[mover]; place < first[mover + 1]; place++) {
            int event = order[place];
            boolean responds = place == first[mover] || time[event] - time[order[place - 1]] >= settings.silence();
            run[event] = responds ? event : run[order[place - 1]];
        }
    }

    private boolean isResponse(int event) {
        return run[event] == event;
    }

    /** Brings everybody's events, each person's in order already, into one order: neighbours two by two, then those, until one is left. */
    private void merge() {
        for (int width = 1; width < people(); width *= 2) {
            for (int left = 0; left < people(); left += 2 * width) {
                merge(begin(left), begin(left + width), begin(left + 2 * width));
            }
            int[] spare = order;
            order = merged;
            merged = spare;
        }
    }

    private int begin(int mover) {
        return first[Math.min(mover, people())];
    }

    private void merge(int begin, int middle, int end) {
        int left = begin;
        int right = middle;
        for (int place = begin; place < end; place++) {
            boolean isLeft = right == end || (left < middle && time[order[left]] <= time[order[right]]);
            merged[place] = isLeft ? order[left++] : order[right++];
        }
    }

    /** The place of the oldest event in the look-back of the response at a place, not after the one given. */
    private int firstWithinLookBack(int place, int from) {
        long after = time[order[place]] - settings.lookBack();
        int within = from;
        while (within > 0 && time[order[within - 1]] > after) {
            within--;
        }
        return within;
    }

    private void share(int place, int from) {
        int response = order[place];
        double total = strengths.baseRate(person[response]);
        for (int candidate = from; candidate < place; candidate++) {
            weights[candidate] = weight(order[candidate], response);
            total += weights[candidate];
        }
        if (total > 0) {
            double worth = (1 + descendants[response]) / total;
            for (int candidate = from; candidate < place; candidate++) {
                descendants[run[order[candidate]]] += weights[candidate] * worth;
            }
        }
    }

    private double weight(int cause, int response) {
        if (person[cause] == person[response] || time[cause] == time[response]) {
            return 0;
        }
        double odds = settings.odds().of(reached[cause].get(person[response]), reached[response].get(person[cause]));
        return odds == 0
                ? 0
                : strengths.of(person[cause], person[response])
                        * odds
                        * settings.kernel().at((double) (time[response] - time[cause]))
                        / reach[cause];
    }
}
