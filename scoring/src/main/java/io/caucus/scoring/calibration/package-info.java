/**
 * From a model's margin to a probability with an interval.
 *
 * <p>{@link io.caucus.scoring.calibration.Calibration} is fitted on rows that the model has not seen. Example: three calibration rows
 * with margins 1, 2, 3 that failed, failed, succeeded. A new row of margin 2.5 would make the isotonic curve 0, 0, <em>0</em>, 1 as a
 * failure and 0, 0, <em>1</em>, 1 as a success: Venn–Abers says [0, 1] and means that three rows tell little.
 */
@NullMarked
package io.caucus.scoring.calibration;

import org.jspecify.annotations.NullMarked;
