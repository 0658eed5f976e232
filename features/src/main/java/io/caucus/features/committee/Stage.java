package io.caucus.features.committee;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem.Action;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.Parameters;
import io.caucus.graphmodel.time.AsOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far the buying committee has come, in one word. */
final class Stage implements Feature {

    private final Parameters all;
    private final StageParameters parameters;

    Stage(Parameters all) {
        this.all = all;
        this.parameters = all.committee().stages();
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "committee.stage",
                "Stage of the committee",
                """
                The first that fits of: UNAWARE, no buyer action in %1$d days; REGRESSING, FORMING or above at one of the looks \
                back, %2$d days apart, into the last %3$d days, and now COOLING (engagement.state) as at the look before, or a seat \
                lost that was held then, or all champions of then (assigned, or by effect) without another. A required seat is \
                held if those assigned to it fill it to %8$s by how active they are, as live completeness counts them; they \
                are lost when they left, are less active, or are assigned no more, and not because the opportunity closed; \
                CONSENSUS, COMPLETE without conflict and with a next \
                step as opportunity.next_step_set_by_buyer tells it; COMPLETE, live completeness of at least %4$s and an \
                executive or an assigned economic buyer engaged; MOBILISED, FORMING with a champion by effect (champion.kind) \
                or coordination_p below %5$s; FORMING, at least %6$d people of %7$d known functions engaged; else \
                SINGLE_THREADED. No statement recomputes it, as none does coordination_p.\
                """.formatted(
                                parameters.awareFor().toDays(),
                                parameters.look().toDays(),
                                parameters.memory().toDays(),
                                parameters.completeLive(),
                                parameters.significance(),
                                parameters.fewestPeople(),
                                parameters.fewestFunctions(),
                                all.committee().leastLive()),
                Unit.CATEGORY,
                Optional.empty(),
                "Nobody is known to be employed at the account.",
                Actors.BOTH,
                List.of("stages", "leastConfidence", "leastLive", "engagedFor", "activeHalfLife", "templates"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var stage = StageJudge.of(account, all).stage(account.asOf().instant());
        if (stage.isEmpty()) {
            return FeatureValue.missing();
        }
        citations.cite(() -> cite(account, parameters));
        return FeatureValue.of(stage.get());
    }

    /** Whatever keeps the account from being unaware; of one that is, the last there was. */
    static List<Action> cite(AccountContext account, StageParameters parameters) {
        var activity = account.activity();
        var recent = activity.actionsIn(account.asOf().last(parameters.awareFor()));
        return activity.cite(recent.isEmpty() ? activity.findLast().stream().toList() : recent);
    }

    /** There is none to tell anything. */
    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of();
    }
}
