/**
 * Everything that speaks Cypher: the schema, the named statements, and the graph's ports on a Neo4j server.
 *
 * <p>{@link io.caucus.cypher.Neo4j} is the only door: it is opened on a server's address and gives the ports. A
 * {@link io.caucus.cypher.NamedStatement} is a {@code .cypher} file that declares its parameters, its columns and whether it
 * writes; no query text stands in Java. Instants are {@code DATETIME} in UTC, keys are ours, and rows become records at the
 * border, so nothing of the driver is seen outside.
 *
 * <p><b>Order of delivery.</b> A source may tell a thing several times, and the tellings may arrive in any order. What a
 * node or relationship says is what its newest telling says (its {@code version}: the latest instant the telling knows of,
 * then the latest it speaks of, then its source record); it became known when the earliest telling says so. Accounts, people,
 * users and opportunities also came to be when the earliest telling says so, whereas an event that is told anew may have
 * moved. Both rules are commutative, so any order leaves the same graph: {@code {Acme, known Monday}} and
 * {@code {Acme Inc, known Tuesday}} end as {@code {Acme Inc, known Monday}} either way.
 *
 * <p><b>Names and addresses</b> follow the same rule, each attribute by itself, and every telling keeps what it told on its
 * {@code RECORDED_IN} relationship. So a question as of Monday reads {@code Acme}, and the node, which indexes see, has
 * {@code Acme Inc}.
 *
 * <p><b>Bare nodes.</b> A fact may name a thing of which nothing has been told yet. It then has a node with a key and nothing
 * else, which no read sees, for it has no clocks.
 */
@NullMarked
package io.caucus.cypher;

import org.jspecify.annotations.NullMarked;
