/**
 * Which records may be the same person or company, and the decision that they are.
 *
 * <p>Rules propose, people decide. A {@link io.caucus.ingest.identity.Candidate} is two records with the strongest rule that joins them
 * and its evidence; nothing is merged by a rule alone. {@link io.caucus.ingest.identity.RecordMerging} takes decisions and refuses
 * those that cannot be.
 *
 * <p>Example: {@code hubspot:17} has the address {@code Ana.Lopez+news@gmail.com}, {@code salesforce:003A} has
 * {@code analopez@gmail.com}. Both write the same mailbox, so rule EMAIL proposes them with confidence 0.95. That both write from
 * gmail.com says nothing about who employs them: addresses and domains of free providers never join companies. Were it told that
 * {@code hubspot:17} is known to Salesforce as {@code 003A}, rule FOREIGN_ID would propose them more surely still.
 */
@NullMarked
package io.caucus.ingest.identity;

import org.jspecify.annotations.NullMarked;
