package io.caucus.features.committee;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem.Action;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.activity.Activity;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether more people of the account are engaged than were before. */
final class BreadthTrend implements Feature {

    private final CommitteeParameters parameters;

    BreadthTrend(CommitteeParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "committee.breadth_trend",
                "Trend of people engaged",
                "Distinct people employed at the account with at least one buyer action in the last "
                        + parameters.engagedFor().toDays()
                        + " days, less those with one in as many days before.",
                Unit.PEOPLE,
                Optional.of(parameters.engagedFor().multipliedBy(2)),
                "Nobody is known to be employed at the account; 0 if people are known and none acted.",
                Actors.BUYER,
                List.of("engagedFor"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        if (account.committee().members().isEmpty()) {
            return FeatureValue.missing();
        }
        var activity = account.activity();
        var now = account.asOf().last(parameters.engagedFor());
        var engagedNow = engagedIn(now, activity);
        var engagedBefore = engagedIn(now.previous(), activity);
        int trend = engagedNow.size() - engagedBefore.size();
        citations.cite(
                () -> trend < 0 ? lastOfTheSilent(activity, now, engagedNow) : activity.cite(activity.actionsIn(now)));
        return FeatureValue.of(trend);
    }

    private static Set<PersonId> engagedIn(Window window, Activity activity) {
        var engaged = new TreeSet<PersonId>();
        activity.actionsIn(window).forEach(action -> engaged.addAll(activity.performersOf(action)));
        return engaged;
    }

    /** What those did before who have not acted since. */
    private static List<Action> lastOfTheSilent(Activity activity, Window now, Set<PersonId> engagedNow) {
        List<Engagement> silent = activity.actionsIn(now.previous()).stream()
                .filter(action -> !engagedNow.containsAll(activity.performersOf(action)))
                .toList();
        return activity.cite(silent);
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of(
                "since", Statements.since(asOf, parameters.engagedFor()),
                "before", Statements.since(asOf, parameters.engagedFor().multipliedBy(2)));
    }
}
