package io.caucus.bench;

import io.caucus.features.activity.Activity;
import io.caucus.graphmodel.assessment.KeptInfluences;
import io.caucus.graphmodel.assessment.KeptInfluences.Influence;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.world.TrueActivation;
import io.caucus.world.WorldTruth;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who is said to have triggered an activation, beside who did. Only of activations that are on record. */
final class TriggerFindings {

    private static final Duration SHORTLY = Duration.ofHours(24);
    private static final double MOST = 0.5;
    private static final String CREDITED = "Caucus, half of the credit or more";
    private static final String LATEST = "last colleague within a day";

    private final Findings byCredit = new Findings();
    private final Findings byLatest = new Findings();

    void add(WorldTruth truth, Activity activity, KeptInfluences kept) {
        for (TrueActivation activation : truth.activations()) {
            if (activation.recordedAs().isPresent() && activity.isEmployed(activation.person())) {
                byCredit.add(credited(activation, kept), activation.triggeredBy());
                byLatest.add(latest(activation, activity), activation.triggeredBy());
            }
        }
    }

    /** Who has half of the credit or more, or nobody. */
    private static Optional<PersonId> credited(TrueActivation activation, KeptInfluences kept) {
        SortedMap<PersonId, Double> credits = new TreeMap<>();
        for (Influence influence : kept.influences()) {
            boolean isOfIt = influence.to().equals(activation.person())
                    && Optional.of(influence.activation()).equals(activation.recordedAs());
            if (isOfIt) {
                credits.merge(influence.from(), influence.credit(), Double::sum);
            }
        }
        return credits.entrySet().stream()
                .filter(credit -> credit.getValue() >= MOST)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The colleague who acted last, if that is less than a day ago. */
    private static Optional<PersonId> latest(TrueActivation activation, Activity activity) {
        return activity.actions().reversed().stream()
                .filter(action -> isShortlyBefore(action, activation))
                .flatMap(action -> activity.performersOf(action).stream())
                .filter(person -> !person.equals(activation.person()))
                .findFirst();
    }

    private static boolean isShortlyBefore(Engagement action, TrueActivation activation) {
        var lag = Duration.between(action.time().occurredAt(), activation.at());
        return lag.isPositive() && lag.compareTo(SHORTLY) < 0;
    }

    void print(PrintWriter screen) {
        screen.print(Findings.heading("triggers of activations"));
        screen.print(byCredit.row(CREDITED));
        screen.print(byLatest.row(LATEST));
        screen.printf("%,d activations on record were triggered%n", byCredit.planted());
    }

    Map<String, Object> json() {
        return Map.of(CREDITED, byCredit.json(), LATEST, byLatest.json());
    }
}
