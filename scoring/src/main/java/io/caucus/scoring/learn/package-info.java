/**
 * Learning from any table of leads or opportunities whose outcomes are known, whatever business it comes from.
 *
 * <p>A {@link io.caucus.scoring.learn.TableSchema} says what the columns mean, a {@link io.caucus.scoring.learn.LearningTable} holds
 * the rows, and the {@link io.caucus.scoring.learn.Learner} answers with a {@link io.caucus.scoring.learn.Learning}: a verdict, and a
 * model if there is one to be had. Example: of 1,000 leads of January to May with a horizon of 30 days, the newest 200 are the test;
 * those of the 30 days before it are left out; of the rest the newest 200 calibrate, and what is 30 days older trains.
 */
@NullMarked
package io.caucus.scoring.learn;

import org.jspecify.annotations.NullMarked;
