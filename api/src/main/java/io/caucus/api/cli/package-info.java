/**
 * The command line: one class per command, each saying in its help what it does, what it prints and how it exits.
 *
 * <p>A command works on a data folder. Unless {@code CAUCUS_NEO4J_URI} names a server, the folder holds an embedded one
 * that the command starts, or joins when another command already runs it. What a command prints for people goes to
 * standard output and its progress to standard error; with {@code --json} standard output holds one JSON document and
 * nothing else.
 */
@NullMarked
package io.caucus.api.cli;

import org.jspecify.annotations.NullMarked;
