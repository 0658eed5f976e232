/**
 * Numbers about one account as of an instant, each defined once and each able to show what it was made of.
 *
 * <p>A {@link io.caucus.features.FeatureDefinition} says what a number means. The catalogue computes all of them from an
 * {@link io.caucus.graphmodel.AccountHistory}; asked to explain, the same code also names the people, events and ties that
 * made each value. Example: two colleagues replied this month and one visited in spring, so
 * {@code committee.breadth_30d} is 2 and its evidence is the two replies.
 */
@NullMarked
package io.caucus.features;

import org.jspecify.annotations.NullMarked;
