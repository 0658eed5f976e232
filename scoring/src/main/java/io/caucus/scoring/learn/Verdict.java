package io.caucus.scoring.learn;

/** What came of it. */
public enum Verdict {
    /** The model beats chance on the newest window beyond doubt. */
    SIGNAL("usable signal"),
    /** It does not: whoever scored with it would sort by noise. */
    NO_SIGNAL("no usable signal"),
    /** Fewer than 40 outcomes of either kind to learn from, or windows without both. */
    TOO_FEW("too few outcomes to learn from"),
    /** Columns tell the outcome, and nobody dropped or waived them. */
    LEAKS("columns that leak the outcome");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
