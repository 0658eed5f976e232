package io.caucus.features.committee;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.time.AsOf;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How full the required seats are of people who likely sit there and are still active. */
final class LiveCompleteness implements Feature {

    /** What it and {@link MissingSeats} read. */
    static final List<String> PARAMETERS = List.of("engagedFor", "activeHalfLife", "templates", "roles");

    static final String WHEN_MISSING =
            "Nobody employed at the account shows a sign of a role that the template requires.";

    private final CommitteeParameters parameters;

    LiveCompleteness(CommitteeParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "committee.live_completeness",
                "Live committee completeness",
                meaning(parameters),
                Unit.RATIO,
                Optional.empty(),
                WHEN_MISSING,
                Actors.BUYER,
                PARAMETERS);
    }

    private static String meaning(CommitteeParameters parameters) {
        return """
            Mean over the seats that the template of the account's segment requires of min(1, Σ P(role | person) · \
            active(person) ÷ required). P: the log-odds of %s plus what signs add, each logit(trust) − logit(%1$s), by \
            source %s; a role on an open opportunity times its confidence, a job's title, and what somebody did in %d \
            days. What a human stated is halved every %d days and stands against the sum of the others, the larger \
            decides. Active: 1 with a buyer action in %d days, then halved every %d days.\
            """.formatted(
                        parameters.roles().prior(),
                        parameters.roles().trust(),
                        parameters.roles().behaviourWindow().toDays(),
                        parameters.roles().statementHalfLife().duration().toDays(),
                        parameters.engagedFor().toDays(),
                        parameters.activeHalfLife().duration().toDays());
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var seats = LiveSeat.of(account.committee(), parameters, account.asOf());
        if (!LiveSeat.isAnyoneLikely(seats)) {
            return FeatureValue.missing();
        }
        citations.cite(() -> seats.stream()
                .sorted(Comparator.comparingDouble(LiveSeat::live).thenComparing(LiveSeat::role))
                .map(LiveSeat::cite)
                .toList());
        return FeatureValue.of(mean(seats));
    }

    static double mean(List<LiveSeat> seats) {
        double live = 0;
        for (LiveSeat seat : seats) {
            live += seat.live();
        }
        return live / seats.size();
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Statements.liveSeats(asOf, parameters);
    }
}
