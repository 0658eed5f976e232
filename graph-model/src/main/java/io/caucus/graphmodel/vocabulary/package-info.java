/**
 * The graph has one vocabulary: every label, relationship type and closed choice of words is declared here, once. A Cypher
 * statement that uses another word fails its test.
 */
@NullMarked
package io.caucus.graphmodel.vocabulary;

import org.jspecify.annotations.NullMarked;
