/**
 * What is known about accounts, as facts: small immutable records, each with its two clocks.
 *
 * <p>A fact never changes. What changes in the world (a stage, an owner, a headcount) is a history of dated changes, and an
 * employment that ends is told again with its end. References between facts are keys, so a fact can be read, sorted and
 * compared by itself.
 */
@NullMarked
package io.caucus.graphmodel.fact;

import org.jspecify.annotations.NullMarked;
