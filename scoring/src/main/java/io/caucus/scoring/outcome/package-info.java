/**
 * What models are asked to foresee, as facts of the graph tell it afterwards: who is asked about, what came of it and when.
 *
 * <p>Example: of an account without a win for a year, {@code account.converts} asks whether it wins an opportunity within 90 days; the
 * row of March carries the features of March and, in {@code outcomeAt}, the 12th of May on which it did.
 */
@NullMarked
package io.caucus.scoring.outcome;

import org.jspecify.annotations.NullMarked;
