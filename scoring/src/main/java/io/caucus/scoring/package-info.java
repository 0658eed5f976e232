/**
 * From an account's numbers to a score with an interval and reasons that add up, or an honest blank.
 *
 * <p>An {@link io.caucus.scoring.AccountScorer} turns a {@link io.caucus.features.FeatureVector} into an {@link
 * io.caucus.scoring.Assessment}. It reads nothing else, so no other account can move a score. All effects are in
 * <em>log-odds</em>, {@code ln(p / (1 − p))}, where they add up: with a base of −1.5 and reasons of +0.7 and −0.2 the sum
 * is −1.0, a chance of 27 %. The base alone is 18 %, so the two reasons are worth 9 points together.
 *
 * <p>{@link io.caucus.scoring.RuleModel} is the lowest tier: weights set by judgement, for as long as there are too few
 * outcomes to learn from. {@code docs/scoring.md} gives the judgement.
 */
@NullMarked
package io.caucus.scoring;

import org.jspecify.annotations.NullMarked;
