package io.caucus.features.graph;

/**
 * A walk that restarts.
 *
 * @param restart the probability, at each step, to go back to a seed instead of on; 1 − restart is called damping elsewhere
 * @param tolerance an iteration ends when the probabilities have moved by no more than this, added up; they are then no farther than
 *     tolerance · (1 − restart) ÷ restart from the limit
 * @param iterations it ends after so many in any case
 */
public record RandomWalk(double restart, double tolerance, int iterations) {

    public static final RandomWalk STANDARD = new RandomWalk(0.15, 1e-12, 500);

    public RandomWalk {
        if (!(restart > 0 && restart <= 1)) {
            throw new IllegalArgumentException("restart is %s, must lie in (0, 1]".formatted(restart));
        }
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance is %s, must lie in (0, 1)".formatted(tolerance));
        }
        if (iterations < 1) {
            throw new IllegalArgumentException("iterations are %d, must be at least 1".formatted(iterations));
        }
    }
}
