/**
 * Questions about a score that one number cannot answer: what changed between two of them, why it is not higher, and what it would be
 * if. Pure functions from histories and models to records; nothing is read or written here.
 *
 * <p>All answers are recomputed through the real features and the real model, and all of them add up. Example: a score went from 40 % to
 * 46 % within a month. Looked at a month later, the facts of then would have come to 31 % (nine points down, aged facts: nobody acted
 * since); two people replied meanwhile (fifteen points up, new facts); the model and the policy are the same (nothing).
 *
 * <p>{@link io.caucus.scoring.explanation.ScoreDifference} splits two scores, {@link io.caucus.scoring.explanation.WhyNot} measures the
 * way to a band, {@link io.caucus.scoring.explanation.WhatIf} supposes {@linkplain io.caucus.scoring.explanation.Change changes} and scores
 * again. None of them knows causes: a sentence says "associated with", and what is supposed is an association, not a promise.
 */
@NullMarked
package io.caucus.scoring.explanation;

import org.jspecify.annotations.NullMarked;
