package io.caucus.world;

/** What one account has to do with another that weighs on its deals. */
public enum Tie {
    /** Somebody works here who was the champion of a win elsewhere. */
    CHAMPION_ARRIVED(1.2),
    /** A parent, subsidiary or sister has bought. */
    FAMILY_WON(0.7),
    /** Another account of one of its investors has bought. */
    INVESTOR_WON(0.5),
    /** Another account that works with one of its partners has bought. */
    PARTNER_WON(0.3),
    /** Another account sent it to us. */
    REFERRED(0.8);

    private final double logOdds;

    Tie(double logOdds) {
        this.logOdds = logOdds;
    }

    /** What it adds to the log-odds of winning in the last stage. */
    public double logOdds() {
        return logOdds;
    }
}
