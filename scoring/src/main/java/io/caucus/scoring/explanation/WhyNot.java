package io.caucus.scoring.explanation;

import io.caucus.features.FeatureValue;
import io.caucus.features.FeatureVector;
import io.caucus.scoring.AccountScorer;
import io.caucus.scoring.Assessment;
import io.caucus.scoring.Bands;
import io.caucus.scoring.Contribution;
import io.caucus.scoring.LogOdds;
import java.util.List;
import java.util.Optional;

/** What separates an account from a band. */
public sealed interface WhyNot {

    /** Too little is known for any band; {@link Assessment.NoScore#cure} says what is missing. */
    record NotScored(Assessment.NoScore blank) implements WhyNot {}

    /** It stands in the band already, or above it. */
    record Reached(Assessment.Score score, Bands.Band band) implements WhyNot {}

    /**
     * It stands below.
     *
     * @param points how much is missing, in probability
     * @param logOdds the same in log-odds
     * @param holdingDown the contributions that lower it, largest first
     * @param smallest the fewest moves that would reach the band, and of those the most usual; empty if there are none of up to
     *     {@link WayUp#MOST_MOVES}
     * @param peers how many other accounts the values of the moves were looked for at
     */
    record Below(
            Assessment.Score score,
            Bands.Band band,
            double points,
            double logOdds,
            List<Contribution> holdingDown,
            Optional<WayUp> smallest,
            int peers)
            implements WhyNot {

        public Below {
            holdingDown = List.copyOf(holdingDown);
        }
    }

    /**
     * Some features at other values, each as if it moved by itself: an association, not a promise.
     *
     * @param moves by feature id
     * @param probability what the model comes to with all of them
     */
    record WayUp(List<Move> moves, double probability) {

        /** More than so many at once tell nobody what to look at. */
        public static final int MOST_MOVES = 3;

        public WayUp {
            moves = List.copyOf(moves);
        }
    }

    /**
     * One feature at a value that another account has.
     *
     * @param reachedBy the share of the accounts with a value that have this one, or one at which the model gives as much or more
     */
    record Move(String feature, FeatureValue from, FeatureValue to, double reachedBy) {}

    /**
     * @param band the name of a band of the scorer
     * @param peers where values are looked for that the account could have
     * @throws IllegalArgumentException naming the bands there are, if none is called so
     */
    static WhyNot of(FeatureVector values, AccountScorer scorer, String band, PeerValues peers) {
        var wanted = scorer.bands().named(band);
        return switch (scorer.score(values)) {
            case Assessment.NoScore blank -> new NotScored(blank);
            case Assessment.Score score when score.probability() >= wanted.from() -> new Reached(score, wanted);
            case Assessment.Score score ->
                new Below(
                        score,
                        wanted,
                        wanted.from() - score.probability(),
                        LogOdds.of(wanted.from()) - LogOdds.of(score.probability()),
                        score.contributions().stream()
                                .filter(share -> share.direction() == Contribution.Direction.LOWERS)
                                .toList(),
                        new WaysUp(values, scorer, wanted.from(), peers).smallest(),
                        peers.accounts());
        };
    }
}
