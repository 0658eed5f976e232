/**
 * A small made-up B2B market whose truth is known: what is planted, how strongly, and what no feature can see stands in the
 * module's {@code README.md}, which was written before the code.
 *
 * <p>A {@link io.caucus.world.World} gives {@link io.caucus.world.World#records records}, as a CRM would export them, and the
 * {@link io.caucus.world.WorldTruth truth} behind each account. It is made block by block. Of the fifty companies of a
 * {@code Block} first what others depend on is drawn ({@code Company}: plan, earlier deal, timetables; {@code Market}: who has to do
 * with whom), then all their deals are decided in the order of time, and then each is told by itself ({@code Telling}): who works
 * there ({@code Staff}), who sits where ({@code Committee}), what the CRM says of the deals ({@code Deals}), and who did what
 * ({@code Activity}). What was true is worked out from the same plans ({@code StageTruth}, {@link io.caucus.world.TrueDeal},
 * {@link io.caucus.world.Ceiling}).
 *
 * <p>Example: an account of maturity 0.7 whose investor has another customer wins, before the drift, with log-odds of
 * 3 · 0.2 + 0.5 = 1.1 in the last stage, noise aside: 75 %.
 */
@NullMarked
package io.caucus.world;

import org.jspecify.annotations.NullMarked;
