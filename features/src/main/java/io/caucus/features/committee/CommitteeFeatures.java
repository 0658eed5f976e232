package io.caucus.features.committee;

import io.caucus.features.Feature;
import io.caucus.features.Parameters;
import java.util.List;

/** The committee family. */
public final class CommitteeFeatures {

    private CommitteeFeatures() {}

    /** @param all of every family, for a stage asks what the others know */
    public static List<Feature> all(Parameters all) {
        var parameters = all.committee();
        return List.of(
                new Breadth(parameters),
                new FunctionDiversity(parameters),
                new FamiliesCovered(parameters),
                new Completeness(parameters),
                new Cohesion(parameters),
                new SinglePointOfFailure(parameters),
                new BreadthTrend(parameters),
                new LiveCompleteness(parameters),
                new MissingSeats(parameters),
                new CoordinationLift(parameters),
                new CoordinationP(parameters),
                new ThreadRedundancy(parameters),
                new BetweennessCentralization(parameters),
                new SellerCoverage(parameters),
                new Conflict(parameters),
                new Stage(all),
                new StageConfidence(parameters));
    }
}
