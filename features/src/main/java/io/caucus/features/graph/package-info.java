/**
 * Mathematics over a whole graph at once: who is central, who belongs together, who resembles whom.
 *
 * <p>Where {@link io.caucus.features.algorithms} looks at the few people of one account, these passes look at every account, person and
 * investor. A graph is {@linkplain io.caucus.features.graph.Csr integer arrays}; callers number what they have in sorted order of its
 * keys, ask, and translate back. Then the same facts give the same numbers and these the same bits: rows are sorted when a graph is
 * built, so the order in which edges are told does not matter, and sums are taken in blocks that depend on the graph alone, so the
 * number of threads does not either. Work runs on the fork-join pool that the caller is in, or on the common one.
 *
 * <p>Words: an <em>arc</em> leads from a vertex to another (an undirected edge is two of them, a loop one); the <em>strength</em> of
 * a vertex is the sum of the weights in its row; a vertex without strength is <em>dangling</em>.
 *
 * <p>Example: of 0–1, 1–2 the walk that restarts at 0 with probability 0.15 is at 0, 1 and 2 for 0.35, 0.46 and 0.20 of its time:
 * {@code PageRank.personalised(graph, new double[] {1, 0, 0}, RandomWalk.STANDARD)}.
 */
@NullMarked
package io.caucus.features.graph;

import org.jspecify.annotations.NullMarked;
