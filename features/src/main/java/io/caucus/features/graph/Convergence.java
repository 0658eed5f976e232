package io.caucus.features.graph;

/**
 * How an iteration ended.
 *
 * @param residual what the class that iterates says it is; at most its tolerance if it converged
 * @param converged whether the tolerance was reached before the iterations ran out
 */
public record Convergence(int iterations, double residual, boolean converged) {}
