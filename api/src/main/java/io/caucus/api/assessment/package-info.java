/**
 * The product's one method: history, then numbers, then a score with its reasons.
 *
 * <p>Live on the page, in bulk after an import and when a past day is replayed, the same path runs; that is why the page and
 * the graph never disagree. Example: an account where three people replied this month has breadth 3, which raises its score
 * by some points, and the three replies are the evidence.
 */
@NullMarked
package io.caucus.api.assessment;

import org.jspecify.annotations.NullMarked;
