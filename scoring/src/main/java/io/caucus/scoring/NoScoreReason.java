package io.caucus.scoring;

import io.caucus.features.FeatureValue;
import io.caucus.features.FeatureVector;
import java.util.Optional;

/** Why there is too little to go by, and what would cure it. */
public enum NoScoreReason {
    NO_KNOWN_PERSON(
            "Nobody who works at this account is known.",
            "Add at least one person with a job at this account, or import the contacts that belong to it."),
    QUIET_WITHOUT_OPPORTUNITY(
            "No buyer action is recorded in the last 90 days, and there is no open opportunity to go by.",
            "Record a reply, visit or meeting of somebody at this account, or open an opportunity and state who decides.");

    /** After so many days without a buyer action an account without an open opportunity gives nothing to go by. */
    static final double QUIET_DAYS = 90;

    private final String sentence;
    private final String cure;

    NoScoreReason(String sentence, String cure) {
        this.sentence = sentence;
        this.cure = cure;
    }

    /** Where the values fall short, if they do. */
    static Optional<NoScoreReason> find(FeatureVector values) {
        if (isMissing(values, "committee.breadth_30d")) {
            return Optional.of(NO_KNOWN_PERSON);
        }
        var daysSinceLast = values.get("engagement.days_since_last").findAmount();
        boolean quiet = daysSinceLast.isEmpty() || daysSinceLast.getAsDouble() > QUIET_DAYS;
        boolean withoutOpportunity =
                isMissing(values, "opportunity.days_in_stage") && isMissing(values, "committee.completeness");
        return quiet && withoutOpportunity ? Optional.of(QUIET_WITHOUT_OPPORTUNITY) : Optional.empty();
    }

    private static boolean isMissing(FeatureVector values, String feature) {
        return values.get(feature) instanceof FeatureValue.Missing;
    }

    public String sentence() {
        return sentence;
    }

    /** What somebody could do so that a score becomes possible. */
    public String cure() {
        return cure;
    }
}
