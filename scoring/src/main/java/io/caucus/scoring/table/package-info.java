/**
 * Feature values of many accounts as a table in a file, for training and for whoever analyses with other tools.
 *
 * <p>A row is one account as of one instant; the columns are {@code accountId}, {@code asOf}, {@code catalogueVersion} and then
 * each feature by id. A value that is missing is null in Arrow and nothing between two commas in CSV, never 0. Example: two
 * accounts at the ends of twelve months are at most 24 rows, fewer if one of them was not known in the first months.
 *
 * <p>Credits of an event log are a table, too: a row is one action's credit for one activation.
 */
@NullMarked
package io.caucus.scoring.table;

import org.jspecify.annotations.NullMarked;
