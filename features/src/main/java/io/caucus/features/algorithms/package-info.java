/**
 * Pure mathematics over integers and numbers: nothing here knows what an account is.
 *
 * <p>Callers number their people 0, 1, 2 …, ask, and translate the answer back. Example: of the ties 0–1, 1–2 the vertex 1
 * is the only one that separates 0 from 2, and all betweenness is its own.
 */
@NullMarked
package io.caucus.features.algorithms;

import org.jspecify.annotations.NullMarked;
