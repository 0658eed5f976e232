/**
 * What the rest of Caucus talks about, and the ports through which it is read and written.
 *
 * <p>{@link io.caucus.graphmodel.AccountHistory} is everything the features of one account may read as of an instant. It is
 * made by dropping every fact that had not occurred or was not known by then, so nothing downstream can look ahead.
 */
@NullMarked
package io.caucus.graphmodel;

import org.jspecify.annotations.NullMarked;
