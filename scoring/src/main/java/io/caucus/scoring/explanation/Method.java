package io.caucus.scoring.explanation;

import io.caucus.features.FeatureCatalogue;
import io.caucus.scoring.AccountScorer;

/**
 * What makes a score of facts. The scorer's weights are the model; its bands, and the parameters of the catalogue, are policy.
 */
public record Method(FeatureCatalogue catalogue, AccountScorer scorer) {}
