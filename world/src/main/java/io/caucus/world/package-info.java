/**
 * A small made-up B2B market whose truth is known: what is planted, how strongly, and what no feature can see stands in the
 * module's {@code README.md}, which was written before the code.
 *
 * <p>A {@link io.caucus.world.World} gives two things: {@link io.caucus.world.World#records records}, as a CRM would export
 * them, and the {@link io.caucus.world.WorldTruth truth} behind each account. An account is made in three steps, each from a
 * random source of its own: who works there ({@code Staff}), what is sold ({@code Deals}), and who did what
 * ({@code Activity}).
 */
@NullMarked
package io.caucus.world;

import org.jspecify.annotations.NullMarked;
