package io.caucus.ingest;

import io.caucus.graphmodel.vocabulary.Outcome;
import java.util.Map;
import java.util.TreeMap;

/**
 * The stages of HubSpot's deals. Exports name them by their labels, events by internal names; those of the pipeline every portal
 * begins with are known, the others are called as they come.
 */
public final class HubSpotStages {

    private static final Map<String, String> LABELS = new TreeMap<>(Map.of(
            "appointmentscheduled", "Appointment Scheduled",
            "qualifiedtobuy", "Qualified To Buy",
            "presentationscheduled", "Presentation Scheduled",
            "decisionmakerboughtin", "Decision Maker Bought-In",
            "contractsent", "Contract Sent",
            "closedwon", "Closed Won",
            "closedlost", "Closed Lost"));

    private HubSpotStages() {}

    public static String label(String internalName) {
        return LABELS.getOrDefault(internalName, internalName);
    }

    /** @param label as exports write it */
    public static Outcome outcome(String label) {
        if (label.equalsIgnoreCase("Closed Won")) {
            return Outcome.WON;
        }
        return label.equalsIgnoreCase("Closed Lost") ? Outcome.LOST : Outcome.OPEN;
    }
}
