/**
 * How the account uses what it has of our products, beside the others that have some.
 *
 * <p>A number of one account says little: half of the seats in use is much where licences are sold by the hundred. So each is
 * divided by its <em>baseline</em>, the median over its <em>cohort</em>: all accounts of which the number is known, as of the same
 * instant. Example: an account uses 30 of 40 seats and the median account half of its own, so its activation is 0.75 ÷ 0.5 = 1.5.
 *
 * <p>Seats are <em>counted</em> by whoever reports the licence; each count holds until the next one of the same product, or until
 * the licence ends. Use of a product counts whoever is employed at the account today: what was learned there stays there.
 */
@NullMarked
package io.caucus.features.product;

import org.jspecify.annotations.NullMarked;
