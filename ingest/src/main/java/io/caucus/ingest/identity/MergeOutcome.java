package io.caucus.ingest.identity;

import io.caucus.graphmodel.identity.Merge;

/** How a decision about two records came out. */
public sealed interface MergeOutcome {

    /** It holds, whether it was carried out now or before, under the same idempotency key. */
    record Done(Merge merge) implements MergeOutcome {}

    /**
     * It cannot be carried out, and changed nothing.
     *
     * @param field the part of the request that is to blame: {@code a}, {@code b} or {@code idempotencyKey}
     * @param message names the thing, the value, the rule and the next step
     */
    record Refused(MergeRefusal code, String field, String message) implements MergeOutcome {}
}
