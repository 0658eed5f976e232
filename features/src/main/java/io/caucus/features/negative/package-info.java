/**
 * Signs that a sale will not come about: first-class, so that nobody who said no is scored high for having said it often.
 *
 * <p>A <em>conversation</em> is an engagement whose words an extractor read; nothing is concluded from words that nobody read. A
 * <em>touch</em> is something we did that reached somebody at the account. Example: on a Friday they asked the price, on Monday
 * we sent the offer, and two weeks later nobody has done anything; ten business days have passed, so
 * {@code negative.ghosted_after_pricing} is 1, and its evidence is their question and our offer.
 */
@NullMarked
package io.caucus.features.negative;

import org.jspecify.annotations.NullMarked;
