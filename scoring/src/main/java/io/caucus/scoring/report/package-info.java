/**
 * The page that says in words and pictures what came of learning: one HTML file, readable without a network.
 *
 * <p>{@link io.caucus.scoring.report.ReportPage} writes it. Every sentence on it is made from the numbers beside it, and every
 * number that {@code report.json} has as well carries its place there: {@code <data data-figure="judgement.auc.value"
 * value="0.6934…">0.693</data>}.
 *
 * <p>Example: of 200 test rows 20 succeed, and 8 of the 20 best. <em>Picked</em> are the best tenth of the rows; their precision is
 * 8/20, the recall of the pick is 8/20 too, and the lift is 0.4 / 0.1 = 4.
 */
@NullMarked
package io.caucus.scoring.report;

import org.jspecify.annotations.NullMarked;
