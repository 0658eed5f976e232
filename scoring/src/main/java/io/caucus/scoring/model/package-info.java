/**
 * Learned models as they are served: plain arrays, exact explanations.
 *
 * <p>A {@link io.caucus.scoring.model.LearnedModel} gives the log-odds of a row, its <em>margin</em>, and takes it apart into a
 * base and one contribution an input. Example: a logistic model with intercept −2 and weight 0.5 on an input with mean 10 and
 * scale 4 gives the row (14) the margin −2 + 0.5 · (14 − 10) / 4 = −1.5, of which 0.5 is the input's.
 */
@NullMarked
package io.caucus.scoring.model;

import org.jspecify.annotations.NullMarked;
