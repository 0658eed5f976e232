package io.caucus.api.assessment;

import io.caucus.features.AccountContext;
import io.caucus.features.ExplainedFeature;
import io.caucus.features.FeatureVector;
import io.caucus.features.committee.CommitteeMap;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.assessment.KeptAssessment;
import io.caucus.graphmodel.assessment.KeptInfluences;
import io.caucus.scoring.Assessment;
import io.caucus.scoring.Replay;
import java.util.List;

/**
 * One account as of an instant, assessed.
 *
 * @param account what several features read, worked out once
 * @param explained each number with its evidence, by feature id
 */
public record AccountAssessment(
        AccountContext account, FeatureVector features, List<ExplainedFeature> explained, Assessment result) {

    public AccountAssessment {
        explained = List.copyOf(explained);
    }

    public AccountHistory history() {
        return account.history();
    }

    public CommitteeMap committee() {
        return account.committee();
    }

    /** @throws IllegalArgumentException if the catalogue has no such feature */
    public ExplainedFeature explained(String featureId) {
        return explained.stream()
                .filter(feature -> feature.definition().id().equals(featureId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no feature '%s' was explained".formatted(featureId)));
    }

    /** The form that is kept in the graph. */
    public KeptAssessment kept() {
        return Replay.keep(features, result, explained);
    }

    /** Who moved whom, as it is kept in the graph. */
    public KeptInfluences keptInfluences() {
        return account.champions().kept();
    }
}
