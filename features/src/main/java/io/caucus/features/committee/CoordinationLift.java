package io.caucus.features.committee;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.EngagementKind.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How much more often colleagues act on the same day than chance explains. */
final class CoordinationLift implements Feature {

    private final CommitteeParameters parameters;

    CoordinationLift(CommitteeParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "committee.coordination_lift",
                "Coordination",
                """
                Pairs of people who acted on the same day, over the days of the window, ÷ Σ d_i·d_j ÷ %d over pairs, d_i being \
                how many days person i acted on. Days are 24 hours, counted back from the instant. Not counted are pairs of a \
                day of a webinar or event, and of a day on which a mail of ours reached at least %d people of the account and \
                %s of those employed there.\
                """.formatted(
                                parameters.engagedFor().toDays(),
                                parameters.coordination().companyWidePeople(),
                                parameters.coordination().companyWideShare()),
                Unit.RATE_RATIO,
                Optional.of(parameters.engagedFor()),
                "Fewer than two people are engaged.",
                Actors.BOTH,
                List.of("engagedFor", "coordination"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var coordination = new Coordination(account.activity(), parameters);
        if (coordination.people() < 2) {
            return FeatureValue.missing();
        }
        citations.cite(coordination::cite);
        return FeatureValue.of(coordination.lift());
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of(
                "since", Statements.since(asOf, parameters.engagedFor()),
                "days", parameters.engagedFor().toDays(),
                "eventKinds", Statements.kindsOf(Set.of(Channel.EVENT)),
                "mailKinds", Statements.kindsOf(Set.of(Channel.EMAIL)),
                "companyWidePeople", parameters.coordination().companyWidePeople(),
                "companyWideShare", parameters.coordination().companyWideShare());
    }
}
