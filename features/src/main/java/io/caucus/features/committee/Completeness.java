package io.caucus.features.committee;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.committee.CommitteeMap.Seat;
import io.caucus.graphmodel.time.AsOf;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How full the seats are that the committee template requires. */
final class Completeness implements Feature {

    private final CommitteeParameters parameters;

    Completeness(CommitteeParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "committee.completeness",
                "Committee completeness",
                "Mean over the required seats of min(1, assigned ÷ required); assigned are people employed at the account"
                        + " who hold the role on an open opportunity with confidence of at least "
                        + parameters.leastConfidence() + ".",
                Unit.RATIO,
                Optional.empty(),
                "Nobody employed at the account is assigned to any role on an open opportunity.",
                Actors.NOBODY,
                List.of("leastConfidence", "template"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var seats = account.committee().seats();
        if (seats.stream().allMatch(seat -> seat.assigned().isEmpty())) {
            return FeatureValue.missing();
        }
        var required = seats.stream().filter(seat -> seat.required() > 0).toList();
        citations.cite(() -> emptiestFirst(required));
        double filled = 0;
        for (Seat seat : required) {
            filled += seat.filled();
        }
        return FeatureValue.of(filled / required.size());
    }

    private static List<EvidenceItem.Seat> emptiestFirst(List<Seat> seats) {
        return seats.stream()
                .sorted(Comparator.comparingDouble(Seat::filled).thenComparing(Seat::role))
                .map(seat -> new EvidenceItem.Seat(seat.role(), seat.required(), seat.assigned()))
                .toList();
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        var seats = parameters.template().required().entrySet().stream()
                .map(seat -> Map.of("role", seat.getKey().name(), "required", seat.getValue()))
                .toList();
        return Map.of("seats", seats, "leastConfidence", parameters.leastConfidence());
    }
}
