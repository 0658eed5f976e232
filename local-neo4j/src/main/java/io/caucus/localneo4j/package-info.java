/**
 * The Neo4j that Caucus brings along: a Community server in a process of its own, on a folder of ours, reachable from this
 * machine only.
 *
 * <p><b>Why a process of its own.</b> The server is licensed under the GPL, Caucus under Apache-2.0. So nothing here is
 * compiled against a class of the server, no jar of it is on our class path, and the two speak the public Bolt protocol, as
 * they would if the server stood in another town. It also keeps a runaway query from taking our heap with it.
 *
 * <p><b>Words.</b> The <em>data folder</em> belongs to Caucus; the server's home is the folder {@code neo4j} in it. Whoever
 * uses the server is a <em>holder</em>. The first holder starts the server, later ones join it, and the last to leave stops
 * it: {@code import} may run beside {@code serve}, in any order. A holder that died without leaving does not count, and a
 * server that outlived its holders is joined by the next.
 *
 * <pre>{@code
 * try (var neo4j = LocalNeo4j.start(Settings.of(dataFolder, serverLibraries))) {
 *     var driver = GraphDatabase.driver(neo4j.uri(), AuthTokens.basic(neo4j.user(), neo4j.password()));
 *     …
 * }
 * }</pre>
 */
@NullMarked
package io.caucus.localneo4j;

import org.jspecify.annotations.NullMarked;
