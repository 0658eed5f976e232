package io.caucus.ingest;

import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.Outcome;
import java.time.Instant;
import java.util.Optional;

/** When what an export shows as closed was closed: at the date people wrote, as far as that can be. */
final class Closing {

    private Closing() {}

    /** A close before the beginning is told at its date, known since the beginning, and reported. */
    static FactTime time(String column, Instant closed, Instant begun, Findings findings) {
        if (closed.isBefore(begun)) {
            findings.closedBeforeCreated(column);
            return new FactTime(closed, begun);
        }
        return FactTime.at(closed);
    }

    /**
     * The stage an export shows, and no other: a closed opportunity entered it at its close date, an open one at a time nobody
     * wrote down, so it is told at the export.
     *
     * @param column the one with the close date
     */
    static StageChange presentStage(
            OpportunityId id,
            String stage,
            Outcome outcome,
            Instant created,
            Optional<Instant> closes,
            String column,
            Reading reading) {
        var exported = reading.times().exported();
        if (outcome == Outcome.OPEN || closes.isEmpty()) {
            return new StageChange(id, stage, outcome, FactTime.at(exported));
        }
        if (closes.get().isAfter(exported)) {
            reading.findings().closesAfterExport(column);
            return new StageChange(id, stage, outcome, FactTime.at(exported));
        }
        return new StageChange(id, stage, outcome, time(column, closes.get(), created, reading.findings()));
    }
}
