/**
 * What other accounts tell of one: whoever bought before and works here now, who belongs to the same owner, who is near to those that bought.
 *
 * <p>A <em>win</em> is an opportunity that was won and still is, as far as was known by the instant asked about. Only wins at
 * <em>other</em> accounts count: what became of the account's own opportunities is what one wants to predict. A <em>customer</em> is an
 * account from its win on. A <em>path</em> leads from the account through people or companies to a win, and each feature cites the
 * paths that made it.
 *
 * <p>Example: Ana was champion when Globex bought two years ago, and has worked at Acme for one year. Acme's parent bought once, a
 * sister company twice. Then Acme's champion moves are 2^(−1) = 0.5, its alumni of customers are one person, and its wins in the
 * hierarchy are 1 + 2 · 0.5 = 2.
 *
 * <p>Other features look at the graph of all accounts at once: a {@link io.caucus.graphmodel.Market} is read as of the beginning of a day,
 * a {@link io.caucus.features.network.Network} works out of it once what is then told of each account. Example: Acme and Globex have the
 * same investor, and Globex bought. A walk that begins at Globex and goes back there with probability 0.15 is at Acme for 0.195 of its time,
 * which among three vertices is 0.59 times what is usual.
 */
@NullMarked
package io.caucus.features.network;

import org.jspecify.annotations.NullMarked;
