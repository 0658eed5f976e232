package io.caucus.features.propagation;

/**
 * The share of a response that one earlier event explains.
 *
 * @param cause the event that explains, by its place in the log
 * @param response the event explained
 * @param share p = α w / (μ + Σ α w), in (0, 1]
 * @param isExplicit whether one of the two names the other person; if not, nothing but time speaks for it
 */
public record Credit(int cause, int response, double share, boolean isExplicit) {}
