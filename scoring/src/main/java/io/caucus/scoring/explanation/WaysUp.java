package io.caucus.scoring.explanation;

import io.caucus.features.FeatureValue;
import io.caucus.features.FeatureVector;
import io.caucus.scoring.AccountScorer;
import io.caucus.scoring.explanation.WhyNot.Move;
import io.caucus.scoring.explanation.WhyNot.WayUp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the fewest features that would lift a score to a height, each at a value seen at another account.
 *
 * <p><b>Definition.</b> Of each feature at most four values are tried: those that half, a quarter, a tenth and the best of the accounts
 * have or surpass, in the order in which the model likes them here, as far as they lift the score. All sets of one feature are tried,
 * then of two, then of three; each is scored by the model, so nothing is assumed of how features work together. Where more than
 * {@value #MOST_FEATURES} features lift the score, only those take part whose best value lifts it most. Of the sets of the smallest
 * size that reach the height the one wins whose rarest value most accounts have, then the one whose values are more usual in sum, then the first
 * by feature ids.
 *
 * <p><b>Cost.</b> At most C({@value #MOST_FEATURES}, 3) · 4³ = 14,080 scores, and one for each value of a feature that another account has.
 * <b>Determinism.</b> No randomness.
 */
final class WaysUp {

    /** As many as the rules read: a learned model may read all there are. */
    static final int MOST_FEATURES = 12;

    private static final List<Double> SHARES = List.of(0.5, 0.25, 0.1, 0.0);

    private final FeatureVector values;
    private final AccountScorer scorer;
    private final double height;
    private final List<List<Move>> byFeature;

    /** A set of moves that reaches the height. */
    private record Found(WayUp way, double rarest, double sum) {

        static final Comparator<Found> MOST_USUAL =
                Comparator.comparingDouble(Found::rarest).thenComparingDouble(Found::sum);

        static Found of(WayUp way) {
            double rarest = 1;
            double sum = 0;
            for (Move move : way.moves()) {
                rarest = Math.min(rarest, move.reachedBy());
                sum += move.reachedBy();
            }
            return new Found(way, rarest, sum);
        }
    }

    WaysUp(FeatureVector values, AccountScorer scorer, double height, PeerValues peers) {
        this.values = values;
        this.scorer = scorer;
        this.height = height;
        this.byFeature = mostLifting(scorer.inputs().stream()
                .map(feature -> moves(feature, peers.of(feature)))
                .filter(moves -> !moves.isEmpty())
                .toList());
    }

    /** In the order of feature ids, as they were given. */
    private List<List<Move>> mostLifting(List<List<Move>> features) {
        if (features.size() <= MOST_FEATURES) {
            return features;
        }
        return features.stream()
                .sorted(Comparator.comparingDouble((List<Move> moves) -> -highest(moves)))
                .limit(MOST_FEATURES)
                .sorted(Comparator.comparing(
                        (List<Move> moves) -> moves.getFirst().feature()))
                .toList();
    }

    /** The last move is the one that the model likes best. */
    private double highest(List<Move> moves) {
        return probability(List.of(moves.getLast()));
    }

    Optional<WayUp> smallest() {
        for (int size = 1; size <= WayUp.MOST_MOVES; size++) {
            var found = mostUsual(size, 0, List.of());
            if (found != null) {
                return Optional.of(found.way());
            }
        }
        return Optional.empty();
    }

    /** Of the sets that add so many moves of features from the given one on. */
    private @Nullable Found mostUsual(int size, int from, List<Move> chosen) {
        if (size == 0) {
            double probability = probability(chosen);
            return probability >= height ? Found.of(new WayUp(chosen, probability)) : null;
        }
        Found best = null;
        for (int feature = from; feature <= byFeature.size() - size; feature++) {
            for (Move move : byFeature.get(feature)) {
                var longer = new ArrayList<>(chosen);
                longer.add(move);
                best = moreUsual(best, mostUsual(size - 1, feature + 1, longer));
            }
        }
        return best;
    }

    private static @Nullable Found moreUsual(@Nullable Found one, @Nullable Found other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Found.MOST_USUAL.compare(one, other) >= 0 ? one : other;
    }

    /** A value, and what the model comes to with it. */
    private record Seen(FeatureValue value, double probability) {}

    private List<Move> moves(String feature, List<FeatureValue> peers) {
        var now = values.get(feature);
        double standing = probability(List.of());
        var chances = new HashMap<FeatureValue, Double>();
        var seen = peers.stream()
                .map(value -> new Seen(
                        value,
                        chances.computeIfAbsent(
                                value, other -> probability(List.of(new Move(feature, now, other, 0))))))
                .sorted(Comparator.comparingDouble(Seen::probability).reversed())
                .toList();
        var moves = new ArrayList<Move>();
        for (double share : SHARES) {
            if (!seen.isEmpty()) {
                var candidate = seen.get((int) (share * (seen.size() - 1)));
                var move = new Move(feature, now, candidate.value(), reachedBy(candidate, seen));
                if (candidate.probability() > standing && !moves.contains(move)) {
                    moves.add(move);
                }
            }
        }
        return moves;
    }

    private static double reachedBy(Seen candidate, List<Seen> seen) {
        long asGood = seen.stream()
                .filter(other -> other.probability() >= candidate.probability())
                .count();
        return (double) asGood / seen.size();
    }

    /** By the model; 0 where the values would be too little to go by. */
    private double probability(List<Move> moves) {
        var moved = new TreeMap<>(values.values());
        moves.forEach(move -> moved.put(move.feature(), move.to()));
        return scorer.chance(new FeatureVector(values.account(), values.asOf(), values.catalogueVersion(), moved))
                .orElse(0);
    }
}
