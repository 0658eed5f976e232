/**
 * Benchmarks. Each says how fast Caucus is as a ratio to a peer or to a limit measured in the same run, in turns, on the same
 * data; a figure without a comparison says more about the machine than about the product.
 *
 * <p>A benchmark has {@linkplain io.caucus.bench.Contender contenders} that do the same work. One of them is the measure; the
 * others are divided by it, round by round, and the median of the rounds is the result. For example, if bare Cypher writes 10,000
 * events a second in a round and Caucus 8,000, the ratio of that round is 0.8.
 */
@NullMarked
package io.caucus.bench;

import org.jspecify.annotations.NullMarked;
