/**
 * Two clocks, always.
 *
 * <p>A fact <em>occurred</em> in the world at one instant and became <em>known</em> to the business at another. A question
 * is asked <em>as of</em> an instant and sees exactly the facts that had occurred and were known by then. A meeting held
 * on Monday and logged on Thursday does not exist as of Tuesday, although it had happened.
 */
@NullMarked
package io.caucus.graphmodel.time;

import org.jspecify.annotations.NullMarked;
