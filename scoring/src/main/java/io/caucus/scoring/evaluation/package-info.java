/**
 * How scores and probabilities are judged: order ({@link io.caucus.scoring.evaluation.Ranking}), honesty ({@link
 * io.caucus.scoring.evaluation.Probabilities}), and how much of either is luck ({@link
 * io.caucus.scoring.evaluation.GroupBootstrap}).
 *
 * <p>Example: scores 0.9, 0.8, 0.3 of a success, a failure and a success. Of the two pairs of a success and a failure one stands
 * in order: the AUC is 0.5. Precision is 1 at the first success and 2/3 at the second: the average precision is 5/6.
 */
@NullMarked
package io.caucus.scoring.evaluation;

import org.jspecify.annotations.NullMarked;
