package io.caucus.features;

/** A number with its meaning and what it was made of. */
public record ExplainedFeature(FeatureDefinition definition, FeatureValue value, Evidence evidence) {}
