/**
 * The HTTP side: GraphQL over HTTP, the page, the query editor, health, and what every answer carries.
 *
 * <p>GraphQL is served at {@code /graphql} as the GraphQL-over-HTTP specification asks: POST with a JSON body, GET for queries
 * only. Example: {@code GET /graphql?query={service{version}}} is answered; with {@code mutation{…}} it is refused with 405.
 */
@NullMarked
package io.caucus.api.http;

import org.jspecify.annotations.NullMarked;
