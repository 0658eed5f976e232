/**
 * When the account acts, how lately, how often, in which rhythm; and with what: what it looks at, whom it answers.
 *
 * <p>One buyer action counts once, however many colleagues performed it. A <em>burst</em> is a run of actions without two
 * weeks of silence in it. Example: visits 60, 50 and 5 days ago are two bursts, the last action is 5 days old, and since the
 * 45 days of silence before it exceed six weeks the account has just re-engaged.
 *
 * <p>What an action concerned is told by sources, what it is by its name: {@link io.caucus.features.engagement.ContentWords}. Only
 * {@code reply_latency_hours} and {@code excluded_30d} read what we did as well.
 */
@NullMarked
package io.caucus.features.engagement;

import org.jspecify.annotations.NullMarked;
