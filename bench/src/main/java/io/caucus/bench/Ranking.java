package io.caucus.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How well scores put what is true before what is not; equal scores share their places. */
final class Ranking {

    private final List<Scored> scored = new ArrayList<>();

    private record Scored(double score, boolean isTrue) {}

    void add(double score, boolean isTrue) {
        scored.add(new Scored(score, isTrue));
    }

    /** The chance that something true has a higher score than something that is not, ties counting half. */
    double auc() {
        double wins = 0;
        long pairs = 0;
        for (Scored yes : scored) {
            for (Scored no : scored) {
                if (yes.isTrue() && !no.isTrue()) {
                    pairs++;
                    wins += Double.compare(yes.score(), no.score()) > 0 ? 1 : yes.score() == no.score() ? 0.5 : 0;
                }
            }
        }
        return wins / pairs;
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
