/**
 * The GraphQL schema brought to life.
 *
 * <p>The files in {@code schema/} are the contract. Root fields fix the instant; everything beneath sees the same graph. A view
 * is a record shaped for the schema. Whatever has to be read is asked of a loader, which collects the wishes of one level and
 * reads them in one round trip: fifty accounts cost as many round trips as one. Numbers are worked out elsewhere.
 */
@NullMarked
package io.caucus.api.graphql;

import org.jspecify.annotations.NullMarked;
