/**
 * What tests of other modules stand on: accounts told in a few lines, seeded random accounts, and a real Neo4j.
 *
 * <p>An {@link io.caucus.testkit.AccountStory} is for the test that makes a point, a reader can follow it; a
 * {@link io.caucus.testkit.RandomWorlds random world} is for the law that holds on any graph; a
 * {@link io.caucus.testkit.Neo4jServer} is for whatever speaks Cypher. Time stands still: everything happens around
 * {@link io.caucus.testkit.RandomWorlds#NOW}.
 *
 * <pre>{@code
 * var history = AccountStory.of("""
 *         ana: VP ENGINEERING
 *         bo: MANAGER FINANCE
 *         ana replies 3d ago
 *         ana forwards to bo 2d ago
 *         """).history();
 * }</pre>
 */
@NullMarked
package io.caucus.testkit;

import org.jspecify.annotations.NullMarked;
