package io.caucus.world;

import io.caucus.graphmodel.vocabulary.Outcome;
import java.util.List;

/** The stages of the one pipeline. */
enum Stage {
    DISCOVERY("Discovery", 14, Outcome.OPEN),
    EVALUATION("Evaluation", 21, Outcome.OPEN),
    PROPOSAL("Proposal", 16, Outcome.OPEN),
    NEGOTIATION("Negotiation", 12, Outcome.OPEN),
    WON("Won", 0, Outcome.WON),
    LOST("Lost", 0, Outcome.LOST);

    /** In the order in which a deal enters them. */
    static final List<Stage> OPEN = List.of(DISCOVERY, EVALUATION, PROPOSAL, NEGOTIATION);

    private final String title;
    private final double medianDays;
    private final Outcome outcome;

    Stage(String title, double medianDays, Outcome outcome) {
        this.title = title;
        this.medianDays = medianDays;
        this.outcome = outcome;
    }

    String title() {
        return title;
    }

    double medianDays() {
        return medianDays;
    }

    Outcome outcome() {
        return outcome;
    }

    boolean isOpen() {
        return outcome == Outcome.OPEN;
    }

    /** Where a deal goes that is not lost; a closed one stays. */
    Stage next() {
        return switch (this) {
            case DISCOVERY -> EVALUATION;
            case EVALUATION -> PROPOSAL;
            case PROPOSAL -> NEGOTIATION;
            case NEGOTIATION, WON -> WON;
            case LOST -> LOST;
        };
    }
}
