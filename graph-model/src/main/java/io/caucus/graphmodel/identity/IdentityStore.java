package io.caucus.graphmodel.identity;

import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.time.AsOf;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Consumer;

/** Keeps which records are one, and reads what may tell. */
public interface IdentityStore {

    /** The people and accounts that a source has told of under a key; a person and an account may have the same. */
    SortedSet<EntityRef> find(String key);

    /** What each person and account says that may tell who it is; accounts first, then people, in the order of keys. */
    void forEachRecord(Consumer<IdentifyingRecord> consumer);

    /** Those of the records that a source has told of, in order. */
    List<IdentifyingRecord> records(Collection<EntityRef> records);

    /** All merges that hold as of the instant, oldest first. */
    List<Merge> standing(AsOf asOf);

    /** All merges by which a record can be reached from another, undone ones included, oldest first. */
    List<Merge> around(EntityRef record);

    /** The merge that was decided, or undone, under an idempotency key. */
    Optional<Merge> decidedUnder(String idempotencyKey);

    /** Keeps a merge, or that it was undone; keeping it again changes nothing. */
    void keep(Merge merge);

    /** For each person or account asked for, by whichever of its records, the records it is made of as of the instant, in order. */
    SortedMap<EntityRef, List<MemberRecord>> members(Collection<EntityRef> entities, AsOf asOf);
}
