/**
 * A Kafka topic of CloudEvents, told to the graph record by record, each once.
 *
 * <p><b>Terms.</b> A <em>record</em> is one message of a topic, found by partition and offset; it holds one CloudEvent, which
 * {@link io.caucus.ingest.event.CaucusEvents} reads. Where a partition stands is kept in the graph and changes in the transaction
 * that writes the facts, so the broker is never asked how far we came. Producers use the account as the record's key: then what
 * happens to one account is in one partition, in order.
 *
 * <p><b>Example.</b> Partition 0 of {@code accounts} holds an account at offset 0, the same event again at 1, and a record without
 * a value at 2. One transaction writes the account, finds the second in the ledger, and moves the partition from 0 to 3. The third
 * became {@link io.caucus.ingest.webhook.Pending} as {@code DELETED} before that.
 *
 * <p><b>Whatever happens.</b> A reader that ends between two transactions is followed by one that asks the graph where to go on. A
 * reader that lost a partition without noticing cannot write: the partition no longer stands where he left it.
 */
@NullMarked
package io.caucus.ingest.stream;

import org.jspecify.annotations.NullMarked;
