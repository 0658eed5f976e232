/**
 * Who takes part in the decision, how they hang together, and which seats are still empty.
 *
 * <p>Somebody is <em>engaged</em> with a buyer action in the last 30 days. A <em>tie</em> is a link between two people that
 * interactions made: each adds the weight of its channel, halved with every 30 days of age. A <em>seat</em> is a role that the
 * committee template requires; the decision seats are those whose holders say yes or no.
 *
 * <p>Who likely sits where is inferred from signs: what a human stated, what other sources say, the title, the behaviour. A
 * seat is <em>live</em> as far as those who likely sit there are still active. Seats and ties together with what people say
 * put the committee in a <em>stage</em>; a {@link io.caucus.features.committee.StageTimeline} tells when it came there and why.
 *
 * <p>Example: ana (engineering) forwarded a paper to bo (finance) today and bo replied to us. Both are engaged, so the
 * breadth is 2; one forward ties them with strength 0.5; the template's champion seat is ana's, one of five seats, and
 * completeness is 0.2; ana was stated to be the champion, so with 0.9 the seat is live, and live completeness is 0.18.
 */
@NullMarked
package io.caucus.features.committee;

import org.jspecify.annotations.NullMarked;
