package io.caucus.world;

/** The story of an account: how its buyers behave over the 270 days. */
public enum Pattern {
    /** Several people join one by one, each on their own, and keep going. */
    HEALTHY(0.18, 0.65, 2.2),
    /** Went well until one to three months ago. */
    STALLED(0.16, 0.35, 1.8),
    /** Silent for two months or much longer. */
    DORMANT(0.16, 0.15, 1.5),
    /** Loud, but nearly all of it is one person. */
    SINGLE_THREADED(0.13, 0.25, 2.2),
    /** Colleagues become active by following what a champion forwards. */
    CHAMPION_LED(0.11, 0.80, 1.2),
    /** Was silent, and is back with force. */
    REENGAGED(0.08, 0.45, 1.5),
    /** We write, nobody answers. */
    SELLER_ONLY(0.05, 0.10, 0),
    /** Was led by a champion who has left. */
    CHAMPION_LEFT(0.06, 0.40, 1.2),
    /** Asked for the price and has not been heard of since; we go on writing. */
    GHOSTED(0.05, 0.20, 1.8),
    /** Nobody is known and nothing has happened. */
    EMPTY(0.02, 0, 0);

    private final double share;
    private final double meanMaturity;
    private final double actionsAWeek;

    Pattern(double share, double meanMaturity, double actionsAWeek) {
        this.share = share;
        this.meanMaturity = meanMaturity;
        this.actionsAWeek = actionsAWeek;
    }

    double meanMaturity() {
        return meanMaturity;
    }

    /** What buyers do of their own accord while things go well, before one in five is lost. */
    double actionsAWeek() {
        return actionsAWeek;
    }

    boolean hasChampion() {
        return this == CHAMPION_LED || this == CHAMPION_LEFT;
    }

    static Pattern draw(Dice dice) {
        double left = dice.fraction();
        for (Pattern pattern : values()) {
            left -= pattern.share;
            if (left < 0) {
                return pattern;
            }
        }
        return HEALTHY;
    }
}
