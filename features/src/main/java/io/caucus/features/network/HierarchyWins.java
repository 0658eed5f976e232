package io.caucus.features.network;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem.PathToWin;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.time.AsOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether those who belong to the same owner buy from us. */
final class HierarchyWins implements Feature {

    private final NetworkParameters parameters;

    HierarchyWins(NetworkParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "network.hierarchy_wins",
                "Wins in the same group",
                "Σ %s^(steps − 1) over the opportunities won at accounts up to %d steps away, a step leading from a subsidiary to its parent or back: 1 to parents and subsidiaries, 2 to sister companies."
                        .formatted(parameters.hopDiscount(), parameters.mostHops()),
                Unit.WEIGHTED_PATHS,
                Optional.empty(),
                "The account is not known to have a parent or a subsidiary; 0 if none of them bought.",
                Actors.NOBODY,
                List.of("hopDiscount", "mostHops"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var relatives = Relatives.of(account.history(), parameters.mostHops());
        if (relatives.isEmpty()) {
            return FeatureValue.missing();
        }
        var paths = relatives.stream()
                .flatMap(relative -> account.history().surroundings().winsOf(relative.account()).stream()
                        .map(win -> new PathToWin(relative.through(), win, weight(relative))))
                .toList();
        citations.cite(() -> paths);
        return FeatureValue.of(sum(paths));
    }

    private double weight(Relatives.Relative relative) {
        return Math.pow(parameters.hopDiscount(), relative.through().size());
    }

    private static double sum(List<PathToWin> paths) {
        double sum = 0;
        for (PathToWin path : paths) {
            sum += path.weight();
        }
        return sum;
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of("hopDiscount", parameters.hopDiscount(), "mostHops", parameters.mostHops());
    }
}
