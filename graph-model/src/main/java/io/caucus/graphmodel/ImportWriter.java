package io.caucus.graphmodel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes the facts of an import and, together with them, how far it has come: one that is killed anywhere goes on behind the last
 * batch that took effect, and knows what became of it.
 *
 * <p>What a checkpoint says is the import's own affair; here it is a text.
 */
public interface ImportWriter extends FactWriter {

    /**
     * Writes a batch as {@link #write(String, List)} does and, in the same transaction, keeps a checkpoint in the place of the
     * one before.
     *
     * @param checkpoint says how far the import has come once the batch has ended so; differs from batch to batch, and may be
     *     asked more than once
     */
    Written write(String batchId, List<SourcedFacts> batch, Function<Written, String> checkpoint);

    /** The checkpoint kept last; empty for an import that has none, has ended or is not known. */
    Optional<String> checkpoint(String batchId);

    /** The import has ended, or is given up: nobody will go on with it, so its checkpoint goes. */
    void end(String batchId);
}
