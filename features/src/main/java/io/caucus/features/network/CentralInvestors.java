package io.caucus.features.network;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem.CentralInvestor;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.network.InvestorCentrality.Measure;
import io.caucus.features.network.InvestorCentrality.Span;
import io.caucus.graphmodel.time.AsOf;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How central those are who invested in an account. */
final class CentralInvestors implements Feature {

    private final NetworkParameters parameters;
    private final Span span;
    private final Measure measure;

    CentralInvestors(NetworkParameters parameters, Span span, Measure measure) {
        this.parameters = parameters;
        this.span = span;
        this.measure = measure;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "network.investor_centrality_%s%s"
                        .formatted(measure.name().toLowerCase(Locale.ROOT), isRecent() ? "_recent" : ""),
                "Centrality of investors, by %s%s"
                        .formatted(measure.name().toLowerCase(Locale.ROOT), isRecent() ? ", of late" : ""),
                "ln(1 + Σ %s over everybody who ever invested in the account), %s, as of the beginning of the day, UTC. An account with more than %d investors brings nobody together.%s"
                        .formatted(what(), among(), parameters.mostInvestors(), howRecomputed()),
                Unit.WEIGHTED_PATHS,
                isRecent() ? Optional.of(parameters.recent()) : Optional.empty(),
                "Nobody is known to have invested in the account; 0 if nobody of them invested with others.",
                Actors.NOBODY,
                isRecent() ? List.of("mostInvestors", "recent") : List.of("mostInvestors"));
    }

    private boolean isRecent() {
        return span == Span.RECENT;
    }

    private String what() {
        return switch (measure) {
            case DEGREE -> "number of others who invested in the same accounts";
            case EIGENVECTOR ->
                "√(number of investors) · eigenvector centrality, 1 for each where all are alike, among investors joined by an edge for every account they both invested in,";
        };
    }

    private String among() {
        return isRecent()
                ? "by the investments of the last %d days"
                        .formatted(parameters.recent().toDays())
                : "by all investments";
    }

    private String howRecomputed() {
        return switch (measure) {
            case DEGREE -> "";
            case EIGENVECTOR -> " No statement recomputes it, for Cypher does not go on until nothing moves.";
        };
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var own = account.history().account().id();
        var investors = account.network().investors();
        if (!investors.hasInvestors(own)) {
            return FeatureValue.missing();
        }
        var central = investors.of(own, span, measure);
        double sum = 0;
        for (CentralInvestor investor : central) {
            sum += investor.centrality();
        }
        citations.cite(() -> central);
        return FeatureValue.of(Math.log1p(sum));
    }

    /** None for what no statement recomputes. */
    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        if (measure == Measure.EIGENVECTOR) {
            return Map.of();
        }
        var instant = Network.instant(asOf);
        var parametersOfDegree = new TreeMap<String, Object>(
                Map.of("asOf", instant.instant().atZone(ZoneOffset.UTC), "mostInvestors", parameters.mostInvestors()));
        if (isRecent()) {
            parametersOfDegree.put("since", Feature.since(instant, parameters.recent()));
        }
        return parametersOfDegree;
    }
}
