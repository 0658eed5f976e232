/**
 * Who moves whom, read off dated actions alone: the mathematics of propagation, over integers, for an account, a mail archive or
 * any other log.
 *
 * <p>An <em>event</em> is an action of one person that may have reached others. A <em>response</em> is an event that asks for a
 * cause: somebody's first, or their first after a silence. Earlier events of others within the look-back are its
 * <em>candidates</em>; each gets <em>credit</em>, and so does chance. The events of a response, up to the person's next one, are its
 * <em>run</em>; what they set off is its <em>cascade</em>. Events of different <em>cascades</em> (topics, campaigns, accounts) never
 * explain each other, though they are about the same people.
 *
 * <p>Example: person 0 acts at 0, person 1 at one kernel scale later, person 2 at another. With a kernel of exponent 1 and a base rate of
 * ½ all strengths being 1, person 1's response owes 0.5 ÷ (0.5 + 0.5) = ½ to person 0.
 */
@NullMarked
package io.caucus.features.propagation;

import org.jspecify.annotations.NullMarked;
