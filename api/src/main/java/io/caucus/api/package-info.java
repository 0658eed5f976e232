/**
 * The composition root: everything else meets here, and here is the only clock.
 *
 * <p>{@link io.caucus.api.CaucusServer} serves GraphQL, the page and the query editor over HTTP, from a graph that is handed to
 * it. Business rules live in the modules to the left; this one asks, shapes and guards.
 */
@NullMarked
package io.caucus.api;

import org.jspecify.annotations.NullMarked;
