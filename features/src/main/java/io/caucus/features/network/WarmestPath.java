package io.caucus.features.network;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem.PathToSeat;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.committee.CommitteeParameters;
import io.caucus.features.committee.LikelyRole;
import io.caucus.features.committee.LiveSeat;
import io.caucus.features.committee.Statements;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How well those we know could introduce us to whoever likely holds an empty seat. */
final class WarmestPath implements Feature {

    private final NetworkParameters parameters;
    private final CommitteeParameters committee;

    WarmestPath(NetworkParameters parameters, CommitteeParameters committee) {
        this.parameters = parameters;
        this.committee = committee;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "network.warm_path",
                "Warmest path to a missing seat",
                """
                Of each seat that committee.missing_seats counts, whoever most likely holds it (see committee.live_completeness) is \
                sought: a path begins with a tie of one of ours and goes on over ties among \
                colleagues, %d ties at most, and its warmth is the product of s ÷ (s + %s) over the strengths s of its ties (Σ channel \
                weight · 2^(−age ÷ half-life) of what both took part in, as in committee.cohesion). The warmest of all.\
                """.formatted(parameters.mostTies(), parameters.warmthScale()),
                Unit.RATIO,
                Optional.of(committee.tieWindow()),
                "No seat is missing for which anybody employed at the account shows a sign of the role; 0 if no path leads to any of them.",
                Actors.BUYER,
                List.of("mostTies", "warmthScale"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var sought = sought(account);
        if (sought.isEmpty()) {
            return FeatureValue.missing();
        }
        var paths = paths(account, sought);
        citations.cite(() -> paths);
        return FeatureValue.of(paths.isEmpty() ? 0 : paths.getFirst().warmth());
    }

    /** Who most likely holds each of the missing seats. */
    private SortedMap<CommitteeRole, PersonId> sought(AccountContext account) {
        var sought = new TreeMap<CommitteeRole, PersonId>();
        for (LiveSeat seat : LiveSeat.of(account.committee(), committee, account.asOf())) {
            if (seat.isMissing(committee)) {
                account.committee().likelyRoles().stream()
                        .filter(likely -> likely.role() == seat.role())
                        .map(LikelyRole::person)
                        .findFirst()
                        .ifPresent(person -> sought.put(seat.role(), person));
            }
        }
        return sought;
    }

    /** Warmest first. */
    private List<PathToSeat> paths(AccountContext account, SortedMap<CommitteeRole, PersonId> sought) {
        var paths = WarmPaths.of(account.committee(), parameters);
        return sought.entrySet().stream()
                .flatMap(seat -> paths.to(seat.getValue()).stream()
                        .map(path -> new PathToSeat(seat.getKey(), path.people(), path.warmth(), path.engagements())))
                .sorted(Comparator.comparingDouble(PathToSeat::warmth).reversed())
                .toList();
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        var statement = new TreeMap<>(Statements.missingSeats(asOf, committee));
        statement.putAll(Statements.ties(asOf, committee));
        statement.put("mostTies", parameters.mostTies());
        statement.put("warmthScale", parameters.warmthScale());
        return statement;
    }
}
