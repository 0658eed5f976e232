/**
 * What the rest of Caucus talks about, and the ports through which it is read and written.
 *
 * <p>{@link io.caucus.graphmodel.AccountHistory} is everything the features of one account may read as of an instant. It is
 * made by dropping every fact that had not occurred or was not known by then, so nothing downstream can look ahead. What
 * happened at other accounts and yet concerns it, through people who moved or through common owners, is in its
 * {@link io.caucus.graphmodel.Surroundings}.
 */
@NullMarked
package io.caucus.graphmodel;

import org.jspecify.annotations.NullMarked;
