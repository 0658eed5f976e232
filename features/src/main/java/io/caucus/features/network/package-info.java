/**
 * What other accounts tell of one: whoever bought before and works here now, who belongs to the same owner.
 *
 * <p>A <em>win</em> is an opportunity that was won and still is, as far as was known by the instant asked about. Only wins at
 * <em>other</em> accounts count: what became of the account's own opportunities is what one wants to predict. A <em>customer</em> is an
 * account from its win on. A <em>path</em> leads from the account through people or companies to a win, and each feature cites the
 * paths that made it.
 *
 * <p>Example: Ana was champion when Globex bought two years ago, and has worked at Acme for one year. Acme's parent bought once, a
 * sister company twice. Then Acme's champion moves are 2^(−1) = 0.5, its alumni of customers are one person, and its wins in the
 * hierarchy are 1 + 2 · 0.5 = 2.
 */
@NullMarked
package io.caucus.features.network;

import org.jspecify.annotations.NullMarked;
