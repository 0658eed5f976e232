/**
 * Who moves others inside the account.
 *
 * <p>An <em>activation</em> is somebody's first buyer action, or their first after six weeks of silence. What colleagues did
 * in the two weeks before explains part of it; each gets <em>credit</em> for a share, and so does chance. Example: ana
 * forwards a paper to bo alone, bo replies an hour later for the first time. The forward names bo, so its weight is
 * 20 · 2^(−1.3) ≈ 8.12 beside the base rate 0.02, and ana's credit is 0.998.
 *
 * <p>The mathematics are in {@link io.caucus.features.propagation}; here an account's actions become its log, and its numbers
 * features. {@link io.caucus.features.champion.Champions} answers for other families, for example whether anybody is a champion by effect.
 */
@NullMarked
package io.caucus.features.champion;

import org.jspecify.annotations.NullMarked;
