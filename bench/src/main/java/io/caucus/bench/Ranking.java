package io.caucus.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How well scores put what is true before what is not; equal scores share their places. */
final class Ranking {

    private final List<Scored> scored = new ArrayList<>();
    private int[] rising = {};

    private record Scored(double score, boolean isTrue) {}

    void add(double score, boolean isTrue) {
        scored.add(new Scored(score, isTrue));
    }

    int size() {
        return scored.size();
    }

    /** The chance that something true has a higher score than something that is not, ties counting half. */
    double auc() {
        var once = new int[scored.size()];
        Arrays.fill(once, 1);
        return auc(once);
    }

    /** @param times how often each is there, in the order in which they were added */
    double auc(int[] times) {
        var order = risingOrder();
        double wins = 0;
        long allTrue = 0;
        long allFalse = 0;
        for (int from = 0; from < order.length; ) {
            long yes = 0;
            long no = 0;
            int to = from;
            for (;
                    to < order.length
                            && scored.get(order[to]).score()
                                    == scored.get(order[from]).score();
                    to++) {
                yes += scored.get(order[to]).isTrue() ? times[order[to]] : 0;
                no += scored.get(order[to]).isTrue() ? 0 : times[order[to]];
            }
            wins += yes * (allFalse + no * 0.5);
            allTrue += yes;
            allFalse += no;
            from = to;
        }
        return wins / (allTrue * (double) allFalse);
    }

    private int[] risingOrder() {
        if (rising.length != scored.size()) {
            rising = IntStream.range(0, scored.size())
                    .boxed()
                    .sorted(Comparator.comparingDouble(
                            place -> scored.get(place).score()))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return rising;
    }

    /** Mean of the precision at each true one, all of a score taken together. */
    double averagePrecision() {
        var sorted = scored.stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
        long all = sorted.stream().filter(Scored::isTrue).count();
        double sum = 0;
        long found = 0;
        for (int from = 0; from < sorted.size(); ) {
            int to = from;
            long here = 0;
            for (;
                    to < sorted.size()
                            && sorted.get(to).score() == sorted.get(from).score();
                    to++) {
                here += sorted.get(to).isTrue() ? 1 : 0;
            }
            found += here;
            sum += (double) here / all * found / to;
            from = to;
        }
        return sum;
    }
}
