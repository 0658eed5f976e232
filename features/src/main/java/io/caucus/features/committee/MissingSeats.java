package io.caucus.features.committee;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.time.AsOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How many of the required seats nobody active likely sits on. */
final class MissingSeats implements Feature {

    private final CommitteeParameters parameters;

    MissingSeats(CommitteeParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "committee.missing_seats",
                "Missing seats",
                "How many of the seats that the template of the account's segment requires are filled to less than "
                        + parameters.leastLive()
                        + " by people who likely sit there and are active, as committee.live_completeness counts them.",
                Unit.COUNT,
                Optional.empty(),
                LiveCompleteness.WHEN_MISSING,
                Actors.BUYER,
                Stream.concat(Stream.of("leastLive"), LiveCompleteness.PARAMETERS.stream())
                        .toList());
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var seats = LiveSeat.of(account.committee(), parameters, account.asOf());
        if (!LiveSeat.isAnyoneLikely(seats)) {
            return FeatureValue.missing();
        }
        citations.cite(() -> missingFirst(seats));
        return FeatureValue.of((double)
                seats.stream().filter(seat -> seat.isMissing(parameters)).count());
    }

    /** The missing ones by name only: who sits there too faintly is no part of why they are missing. */
    private List<EvidenceItem.LiveSeat> missingFirst(List<LiveSeat> seats) {
        return Stream.concat(
                        seats.stream()
                                .filter(seat -> seat.isMissing(parameters))
                                .map(seat -> new EvidenceItem.LiveSeat(
                                        seat.role(), seat.required(), seat.live(), List.of())),
                        seats.stream()
                                .filter(seat -> !seat.isMissing(parameters))
                                .map(LiveSeat::cite))
                .toList();
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Statements.missingSeats(asOf, parameters);
    }
}
