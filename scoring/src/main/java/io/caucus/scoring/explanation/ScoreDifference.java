package io.caucus.scoring.explanation;

import io.caucus.features.FeatureVector;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.scoring.Assessment;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * What lies between two scores of one account, split by {@link Cause}.
 *
 * <p><b>Definition.</b> A path of six states, each added up by the real features and a real model; each step has one cause:
 *
 * <pre>{@code
 *                        facts of   clock   others of   model   parameters and bands
 * the earlier score      then       then    then        then    then
 *    AGED_FACTS          then       now     then        then    then
 *    NEW_FACTS           now        now     then        then    then
 *    NEW_FACTS_ELSEWHERE now        now     now         then    then
 *    MODEL               now        now     now         now     then
 *    POLICY              now        now     now         now     now      = the later score
 * }</pre>
 *
 * <p>The clock goes before the facts because facts of now cannot be looked at as of then: nobody could have seen them. Why the rest is in
 * this order stands in {@code docs/decisions/018-score-differences.md}.
 *
 * <p><b>Determinism.</b> No randomness; equal input gives equal bits. Both ends are the scores themselves, to the bit.
 */
public sealed interface ScoreDifference {

    AccountId account();

    /** The earlier instant. */
    AsOf from();

    /** The later instant. */
    AsOf to();

    /** What the earlier assessment was made from, so that it can be replayed. */
    FeatureVector valuesBefore();

    /** What the later assessment was made from. */
    FeatureVector valuesAfter();

    Assessment before();

    Assessment after();

    /**
     * Two scores. It cannot exist unless the steps lead from the one to the other without a gap.
     *
     * @param steps one for each cause, in their order
     * @param learned the facts of the account that are known now and were not then, a changed one as it is now
     * @param withdrawn those that were known then and are not now, a changed one as it was
     */
    record Split(
            FeatureVector valuesBefore,
            FeatureVector valuesAfter,
            Assessment.Score before,
            Assessment.Score after,
            Map<Cause, ScoreStep> steps,
            List<Fact> learned,
            List<Fact> withdrawn)
            implements ScoreDifference {

        public Split {
            steps = Collections.unmodifiableMap(new EnumMap<>(steps));
            learned = List.copyOf(learned);
            withdrawn = List.copyOf(withdrawn);
            if (!List.copyOf(steps.keySet()).equals(Arrays.asList(Cause.values()))) {
                throw new IllegalArgumentException("difference has steps %s, must have one for each of %s"
                        .formatted(steps.keySet(), Arrays.toString(Cause.values())));
            }
            double reached = before.probability();
            for (var step : steps.entrySet()) {
                checkMeets(
                        step.getKey() + " begins at", step.getValue().before().probability(), reached);
                reached = step.getValue().after().probability();
            }
            checkMeets("the last step ends at", reached, after.probability());
        }

        /** There is one for each cause. */
        public ScoreStep step(Cause cause) {
            var step = steps.get(cause);
            if (step == null) {
                throw new AssertionError("the constructor lets no cause be absent, but " + cause + " is");
            }
            return step;
        }

        @Override
        public AccountId account() {
            return valuesAfter.account();
        }

        @Override
        public AsOf from() {
            return valuesBefore.asOf();
        }

        @Override
        public AsOf to() {
            return valuesAfter.asOf();
        }

        private static void checkMeets(String what, double probability, double expected) {
            if (probability != expected) {
                throw new IllegalArgumentException(
                        "difference has a gap: %s %s, must be %s".formatted(what, probability, expected));
            }
        }
    }

    /** At one of the instants, or at both, there was too little to go by: there are no two numbers to compare. */
    record Incomparable(FeatureVector valuesBefore, FeatureVector valuesAfter, Assessment before, Assessment after)
            implements ScoreDifference {

        @Override
        public AccountId account() {
            return valuesAfter.account();
        }

        @Override
        public AsOf from() {
            return valuesBefore.asOf();
        }

        @Override
        public AsOf to() {
            return valuesAfter.asOf();
        }
    }

    /**
     * @param then what was known at the earlier instant
     * @param methodThen how it was scored
     * @param now what is known of the same account at the later instant
     * @param methodNow how it is scored
     * @throws IllegalArgumentException if these are two accounts, or {@code now} is not later than {@code then}
     */
    static ScoreDifference between(Known then, Method methodThen, Known now, Method methodNow) {
        check(then.history(), now.history());
        var bandsThen = methodThen.scorer().bands();
        var earlier = State.of(then, methodThen);
        var later = State.of(now, methodNow);
        var before = methodThen.scorer().score(earlier.values());
        var after = methodNow.scorer().score(later.values());
        if (!(before instanceof Assessment.Score scoreBefore && after instanceof Assessment.Score scoreAfter)) {
            return new Incomparable(earlier.values(), later.values(), before, after);
        }
        var agedHistory = Aging.of(then.history(), now.history());
        var aged = State.of(then.with(agedHistory), methodThen);
        var told = State.of(then.with(now.history().within(then.history().surroundings())), methodThen);
        var toldElsewhere = State.of(now, methodThen);
        var weighed = toldElsewhere.weighedBy(methodNow.scorer(), bandsThen);
        var steps = new EnumMap<Cause, ScoreStep>(Cause.class);
        steps.put(Cause.AGED_FACTS, ScoreStep.between(earlier, aged));
        steps.put(Cause.NEW_FACTS, ScoreStep.between(aged, told));
        steps.put(Cause.NEW_FACTS_ELSEWHERE, ScoreStep.between(told, toldElsewhere));
        steps.put(Cause.MODEL, ScoreStep.between(toldElsewhere, weighed));
        steps.put(Cause.POLICY, ScoreStep.between(weighed, later));
        return new Split(
                earlier.values(),
                later.values(),
                scoreBefore,
                scoreAfter,
                steps,
                without(now.history(), agedHistory),
                without(agedHistory, now.history()));
    }

    private static void check(AccountHistory then, AccountHistory now) {
        if (!then.account().id().equals(now.account().id())) {
            throw new IllegalArgumentException("the histories are of '%s' and '%s'; a difference is of one account"
                    .formatted(then.account().id(), now.account().id()));
        }
        if (then.asOf().compareTo(now.asOf()) >= 0) {
            throw new IllegalArgumentException("the earlier score is as of %s, must be before the later one as of %s"
                    .formatted(then.asOf(), now.asOf()));
        }
    }

    private static List<Fact> without(AccountHistory all, AccountHistory some) {
        var known = new HashSet<>(Aging.facts(some));
        return Aging.facts(all).stream().filter(fact -> !known.contains(fact)).toList();
    }
}
