package io.caucus.features.engagement;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.activity.Activity;
import io.caucus.features.algorithms.PoissonRateTest;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The account's activity in one word. */
final class State implements Feature {

    private final EngagementParameters parameters;

    State(EngagementParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "engagement.state",
                "State of engagement",
                """
                The first that fits of: DORMANT, last buyer action %1$d or more days ago; NEW, first one less than %2$d days \
                ago; REENGAGED, the first one after %1$d or more days of silence less than %2$d days ago; ACCELERATING, more in \
                the last %3$d days than the %4$d before explain (one-sided Poisson rate test, p < %5$s), or momentum of at \
                least %6$s with at least %7$d in the last %8$d days; COOLING, none in %2$d days or momentum of at most %9$s; \
                else STEADY.""".formatted(
                                parameters.dormancy().toDays(),
                                parameters.longWindow().toDays(),
                                parameters.surge().toDays(),
                                parameters.baseline().toDays(),
                                parameters.significance(),
                                parameters.risingMomentum(),
                                parameters.fewestRising(),
                                parameters.shortWindow().toDays(),
                                parameters.coolingMomentum()),
                Unit.CATEGORY,
                Optional.empty(),
                "Nobody employed at the account ever acted.",
                Actors.BUYER,
                List.of(
                        "dormancy",
                        "longWindow",
                        "shortWindow",
                        "shrinkage",
                        "surge",
                        "baseline",
                        "significance",
                        "risingMomentum",
                        "fewestRising",
                        "coolingMomentum"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var activity = account.activity();
        if (activity.actions().isEmpty()) {
            return FeatureValue.missing();
        }
        var state = state(activity, account.asOf());
        citations.cite(() -> activity.cite(deciding(state, activity, account.asOf())));
        return FeatureValue.of(state);
    }

    private EngagementState state(Activity activity, AsOf asOf) {
        var actions = activity.actions();
        var dormantBefore = asOf.last(parameters.dormancy()).after();
        var freshAfter = asOf.last(parameters.longWindow()).after();
        if (!actions.getLast().time().occurredAt().isAfter(dormantBefore)) {
            return EngagementState.DORMANT;
        }
        int runStart = startOfRun(actions);
        if (actions.get(runStart).time().occurredAt().isAfter(freshAfter)) {
            return runStart == 0 ? EngagementState.NEW : EngagementState.REENGAGED;
        }
        return trend(activity, asOf);
    }

    /** Where the latest run without a dormant silence begins. */
    private int startOfRun(List<Engagement> actions) {
        int start = actions.size() - 1;
        while (start > 0 && isCloseTo(actions.get(start - 1), actions.get(start))) {
            start--;
        }
        return start;
    }

    private boolean isCloseTo(Engagement earlier, Engagement later) {
        var silenceUntil = earlier.time().occurredAt().plus(parameters.dormancy());
        return later.time().occurredAt().isBefore(silenceUntil);
    }

    private EngagementState trend(Activity activity, AsOf asOf) {
        int inShort = activity.countIn(asOf.last(parameters.shortWindow()));
        int inLong = activity.countIn(asOf.last(parameters.longWindow()));
        double momentum = parameters.momentum(inShort, inLong);
        boolean rises = inShort >= parameters.fewestRising() && momentum >= parameters.risingMomentum();
        if (surgeP(activity, asOf) < parameters.significance() || rises) {
            return EngagementState.ACCELERATING;
        }
        return inLong == 0 || momentum <= parameters.coolingMomentum()
                ? EngagementState.COOLING
                : EngagementState.STEADY;
    }

    private double surgeP(Activity activity, AsOf asOf) {
        var surge = asOf.last(parameters.surge());
        var baseline = new Window(surge.after().minus(parameters.baseline()), surge.after());
        return PoissonRateTest.higherRateP(
                activity.countIn(surge), (double) surge.length().toMillis(), activity.countIn(baseline), (double)
                        baseline.length().toMillis());
    }

    /** What there is within the time in which an account is not dormant; of a dormant one, the last. */
    private List<Engagement> deciding(EngagementState state, Activity activity, AsOf asOf) {
        return switch (state) {
            case DORMANT -> DaysSinceLast.actionsAt(lastSeen(activity), activity.actions());
            case NEW, REENGAGED, ACCELERATING, COOLING, STEADY -> activity.actionsIn(asOf.last(parameters.dormancy()));
        };
    }

    private static Instant lastSeen(Activity activity) {
        return activity.actions().getLast().time().occurredAt();
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.ofEntries(
                Map.entry("dormancyMillis", parameters.dormancy().toMillis()),
                Map.entry("shortMillis", parameters.shortWindow().toMillis()),
                Map.entry("longMillis", parameters.longWindow().toMillis()),
                Map.entry("shrinkage", parameters.shrinkage()),
                Map.entry("surgeMillis", parameters.surge().toMillis()),
                Map.entry("baselineMillis", parameters.baseline().toMillis()),
                Map.entry("significance", parameters.significance()),
                Map.entry("risingMomentum", parameters.risingMomentum()),
                Map.entry("fewestRising", parameters.fewestRising()),
                Map.entry("coolingMomentum", parameters.coolingMomentum()));
    }
}
