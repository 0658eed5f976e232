package io.caucus.ingest;

import io.caucus.graphmodel.vocabulary.Outcome;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the stages of opportunities mean. A history gives their names only; what each means is learned from the opportunities
 * that are in them now, of which the export says whether they are closed and won.
 */
final class SalesforceStages {

    static final String STAGE = "StageName";
    static final String IS_CLOSED = "IsClosed";
    static final String IS_WON = "IsWon";

    /** Beyond this it is no picklist, and would fill the memory. */
    private static final int MOST_STAGES = 1_000;

    private static final Map<String, Outcome> USUAL =
            new TreeMap<>(Map.of("Closed Won", Outcome.WON, "Closed Lost", Outcome.LOST));

    private final Map<String, Outcome> learned = new TreeMap<>();
    private boolean datedByHistory;

    void datedByHistory() {
        datedByHistory = true;
    }

    /** Whether another file of the export says when the opportunities entered their stages. */
    boolean areDatedByHistory() {
        return datedByHistory;
    }

    /** The outcome an opportunity shows; without the columns that say so, what its stage usually means. */
    Outcome learn(Row row) {
        var stage = row.get(STAGE);
        var outcome = row.find(IS_CLOSED).isPresent() || row.find(IS_WON).isPresent()
                ? shown(row)
                : USUAL.getOrDefault(stage, Outcome.OPEN);
        if (learned.size() < MOST_STAGES) {
            learned.put(stage, outcome);
        }
        return outcome;
    }

    /** The stages learned, by outcome. */
    Map<String, List<String>> learned() {
        return learned.entrySet().stream()
                .collect(Collectors.groupingBy(
                        stage -> stage.getValue().name(), Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    }

    void recall(Map<String, List<String>> stages) {
        for (Outcome outcome : Outcome.values()) {
            stages.getOrDefault(outcome.name(), List.of()).forEach(stage -> learned.put(stage, outcome));
        }
    }

    private static Outcome shown(Row row) {
        if (SalesforceProfile.isTrue(row, IS_WON)) {
            return Outcome.WON;
        }
        return SalesforceProfile.isTrue(row, IS_CLOSED) ? Outcome.LOST : Outcome.OPEN;
    }

    /** What a stage of the past means; one that is not known counts as open and is reported. */
    Outcome outcome(String column, String stage, Findings findings) {
        var known = learned.containsKey(stage) ? learned : USUAL;
        if (!known.containsKey(stage)) {
            findings.unlisted(column, stage, learned.keySet(), "Opportunity.csv, so it counts as open");
        }
        return known.getOrDefault(stage, Outcome.OPEN);
    }
}
