/**
 * When the account acts: how lately, how often, in which rhythm.
 *
 * <p>One buyer action counts once, however many colleagues performed it. A <em>burst</em> is a run of actions without two
 * weeks of silence in it. Example: visits 60, 50 and 5 days ago are two bursts, the last action is 5 days old, and since the
 * 45 days of silence before it exceed six weeks the account has just re-engaged.
 */
@NullMarked
package io.caucus.features.engagement;

import org.jspecify.annotations.NullMarked;
