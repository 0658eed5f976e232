package io.caucus.ingest.identity;

import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.identity.Decision;
import io.caucus.graphmodel.identity.Grounds;
import io.caucus.graphmodel.identity.Identities;
import io.caucus.graphmodel.identity.IdentityStore;
import io.caucus.graphmodel.identity.Merge;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.ingest.identity.MergeOutcome.Done;
import io.caucus.ingest.identity.MergeOutcome.Refused;
import java.util.List;
import java.util.Optional;

/**
 * Merges records and parts them again.
 *
 * <p>The merges that hold at one instant never form a circle: two records that are one already cannot be merged once more. So undoing
 * one merge parts what it joined, and nothing else keeps them together.
 */
public final class RecordMerging {

    private static final Grounds NONE = new Grounds("BY_HAND", "No rule finds a trait that both share.", 0);

    private final IdentityStore store;

    public RecordMerging(IdentityStore store) {
        this.store = store;
    }

    /** Decides that two records are one, and keeps with it what the rules say. */
    public MergeOutcome merge(EntityRef a, EntityRef b, Decision decision) {
        var before = store.decidedUnder(decision.idempotencyKey());
        if (before.isPresent()) {
            return repeated(before.get(), a, b, Optional.of(before.get().decided()), decision);
        }
        if (a.label() != b.label() || !Merge.isMergeable(a.label())) {
            return new Refused(
                    MergeRefusal.DIFFERENT_KINDS,
                    "b",
                    "%s and %s cannot be one; merge two people or two accounts.".formatted(a, b));
        }
        if (a.equals(b)) {
            return new Refused(
                    MergeRefusal.SAME_RECORD, "b", "%s is already itself; name another record.".formatted(a));
        }
        return missing(a, "a").or(() -> missing(b, "b")).orElseGet(() -> mergeTold(a, b, decision));
    }

    private Optional<MergeOutcome> missing(EntityRef record, String field) {
        return store.find(record.key()).contains(record)
                ? Optional.empty()
                : Optional.of(new Refused(
                        MergeRefusal.NOT_FOUND,
                        field,
                        "No source has told of %s; find its key with a search.".formatted(record)));
    }

    private MergeOutcome mergeTold(EntityRef a, EntityRef b, Decision decision) {
        var identities = Identities.of(store.around(a), new AsOf(decision.at()));
        if (identities.areOne(a, b)) {
            return new Refused(
                    MergeRefusal.ALREADY_MERGED,
                    "b",
                    "%s and %s are one already, as %s; ask how to see since when."
                            .formatted(a, b, identities.canonical(a)));
        }
        var merge = new Merge(a, b, grounds(a, b), decision, Optional.empty());
        store.keep(merge);
        return new Done(merge);
    }

    private Grounds grounds(EntityRef a, EntityRef b) {
        var records = store.records(List.of(a, b));
        return records.size() < 2
                ? NONE
                : IdentityCandidates.grounds(records.get(0), records.get(1)).orElse(NONE);
    }

    /** Undoes the merge that joins two records directly. */
    public MergeOutcome unmerge(EntityRef a, EntityRef b, Decision decision) {
        var before = store.decidedUnder(decision.idempotencyKey());
        if (before.isPresent()) {
            return repeated(before.get(), a, b, before.get().undone(), decision);
        }
        var standing = store.around(a).stream()
                .filter(merge -> merge.joins(a, b) && merge.standsAt(new AsOf(decision.at())))
                .findFirst();
        if (standing.isEmpty()) {
            return new Refused(
                    MergeRefusal.NOT_MERGED,
                    "b",
                    "No merge joins %s and %s directly; ask how to see which merges there are, and undo one of those."
                            .formatted(a, b));
        }
        var undone = standing.get().undoneBy(decision);
        store.keep(undone);
        return new Done(undone);
    }

    /** @param kept what the same request would have led to */
    private static MergeOutcome repeated(
            Merge before, EntityRef a, EntityRef b, Optional<Decision> kept, Decision decision) {
        boolean isSame = kept.map(Decision::idempotencyKey)
                .filter(decision.idempotencyKey()::equals)
                .isPresent();
        return isSame && before.joins(a, b)
                ? new Done(before)
                : new Refused(
                        MergeRefusal.IDEMPOTENCY_KEY_USED,
                        "idempotencyKey",
                        "This key was used for another decision; choose a new one for each.");
    }
}
