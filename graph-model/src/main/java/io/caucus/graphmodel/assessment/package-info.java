/**
 * Assessments as they are kept in the graph, so that an analyst's Cypher sees what the page shows and a score can be
 * replayed from the very values it was computed from.
 */
@NullMarked
package io.caucus.graphmodel.assessment;

import org.jspecify.annotations.NullMarked;
