/**
 * From rows with outcomes to a {@link io.caucus.scoring.model.LearnedModel}: the only package that meets Tribuo and XGBoost.
 *
 * <p>A {@link io.caucus.scoring.train.Trainer} is a record of its settings. Training twice on the same rows gives the same bits;
 * nothing is saved in a library's own format.
 */
@NullMarked
package io.caucus.scoring.train;

import org.jspecify.annotations.NullMarked;
