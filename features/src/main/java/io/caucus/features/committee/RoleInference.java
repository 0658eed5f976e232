package io.caucus.features.committee;

import io.caucus.features.activity.Activity;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.RoleSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who likely holds which role.
 *
 * <p><b>Definition.</b> Of each source only the strongest sign counts: a holding on an open opportunity, by its confidence; the
 * title of the job; what somebody did lately. A sign adds confidence · (logit(trust) − logit(prior)) to the log-odds of the
 * prior, so that it alone, new and sure, leaves a probability of just its trust. Title, behaviour and outside sources add up.
 * What a human stated is halved with every half-life of age, and stands against that sum: the larger of the two decides, so
 * that inference neither strengthens nor weakens a human's word, and speaks up only when that has faded. Who shows no sign of
 * a role is no candidate for it.
 *
 * <p><b>Source.</b> Naive Bayes: signs are taken as independent given the role. I. J. Good, "Probability and the Weighing of
 * Evidence" (1950), calls the terms weights of evidence.
 *
 * <p><b>Cost.</b> O(r·(p + h) + a) for r roles, p people, h holdings and a actions. <b>Determinism.</b> Terms are added in the
 * order of sources.
 */
final class RoleInference {

    private static final Comparator<LikelyRole> SUREST_FIRST =
            Comparator.comparingDouble(LikelyRole::probability).reversed().thenComparing(LikelyRole::person);

    private final Activity activity;
    private final RoleParameters parameters;
    private final SortedMap<CommitteeRole, SortedMap<PersonId, SortedMap<RoleSource, Double>>> signs = new TreeMap<>();

    private RoleInference(Activity activity, RoleParameters parameters) {
        this.activity = activity;
        this.parameters = parameters;
    }

    /** Everyone who shows a sign of a role, by role, then surest first. */
    static List<LikelyRole> of(Activity activity, RoleParameters parameters) {
        var inference = new RoleInference(activity, parameters);
        Seats.holdings(activity).forEach(inference::noteHolding);
        activity.employed().values().forEach(inference::noteTitle);
        activity.employed().keySet().forEach(inference::noteBehaviour);
        return inference.likely();
    }

    private void noteHolding(RoleHolding holding) {
        double age = holding.source() == RoleSource.STATED_IN_CRM
                ? parameters
                        .statementHalfLife()
                        .weightAfter(asOf().ageOf(holding.time().occurredAt()))
                : 1;
        note(holding.role(), holding.person(), holding.source(), holding.confidence() * age);
    }

    private void noteTitle(Employment job) {
        parameters.titles().forEach((role, position) -> {
            if (position.fits(job.function(), job.seniority())) {
                note(role, job.person(), RoleSource.INFERRED_FROM_TITLE, 1);
            }
        });
    }

    private void noteBehaviour(PersonId person) {
        var window = asOf().last(parameters.behaviourWindow());
        var recent = activity.byPerson().getOrDefault(person, List.of()).stream()
                .filter(action -> window.contains(action.time().occurredAt()))
                .map(Engagement::kind)
                .toList();
        parameters.behaviours().forEach((role, habit) -> {
            if (recent.stream().filter(kind -> habit.kinds().contains(kind)).count() >= habit.fewest()) {
                note(role, person, RoleSource.INFERRED_FROM_BEHAVIOUR, 1);
            }
        });
    }

    private void note(CommitteeRole role, PersonId person, RoleSource source, double strength) {
        signs.computeIfAbsent(role, first -> new TreeMap<>())
                .computeIfAbsent(person, first -> new TreeMap<>())
                .merge(source, strength * parameters.weight(source), Math::max);
    }

    private AsOf asOf() {
        return activity.history().asOf();
    }

    private List<LikelyRole> likely() {
        var likely = new ArrayList<LikelyRole>();
        signs.forEach((role, people) -> people.entrySet().stream()
                .map(signsOf -> likely(role, signsOf.getKey(), signsOf.getValue()))
                .sorted(SUREST_FIRST)
                .forEach(likely::add));
        return likely;
    }

    private LikelyRole likely(CommitteeRole role, PersonId person, SortedMap<RoleSource, Double> found) {
        double stated = found.getOrDefault(RoleSource.STATED_IN_CRM, 0.0);
        double inferred = 0;
        for (var sign : found.entrySet()) {
            inferred += sign.getKey() == RoleSource.STATED_IN_CRM ? 0 : sign.getValue();
        }
        boolean humanDecides = found.containsKey(RoleSource.STATED_IN_CRM) && stated >= inferred;
        double logOdds = parameters.priorLogOdds() + Math.max(stated, inferred);
        return new LikelyRole(person, role, 1 / (1 + Math.exp(-logOdds)), found, humanDecides);
    }
}
