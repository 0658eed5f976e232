package io.caucus.testkit;

import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.identity.IdentifyingRecord;
import io.caucus.graphmodel.identity.Identities;
import io.caucus.graphmodel.identity.IdentityStore;
import io.caucus.graphmodel.identity.MemberRecord;
import io.caucus.graphmodel.identity.Merge;
import io.caucus.graphmodel.time.AsOf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Merges of given records, kept in memory; records have no sources and no owners here. */
public final class InMemoryIdentities implements IdentityStore {

    private static final Comparator<Merge> OLDEST_FIRST = Comparator.comparing(
                    (Merge merge) -> merge.decided().at())
            .thenComparing(merge -> merge.decided().idempotencyKey());

    private final SortedMap<EntityRef, IdentifyingRecord> records = new TreeMap<>();
    private final Map<String, Merge> merges = new TreeMap<>();

    public InMemoryIdentities(Collection<IdentifyingRecord> told) {
        told.forEach(record -> records.put(record.record(), record));
    }

    @Override
    public SortedSet<EntityRef> find(String key) {
        var found = new TreeSet<>(records.keySet());
        found.removeIf(record -> !record.key().equals(key));
        return found;
    }

    @Override
    public void forEachRecord(Consumer<IdentifyingRecord> consumer) {
        records.values().forEach(consumer);
    }

    @Override
    public List<IdentifyingRecord> records(Collection<EntityRef> asked) {
        return records.values().stream()
                .filter(record -> asked.contains(record.record()))
                .toList();
    }

    @Override
    public List<Merge> standing(AsOf asOf) {
        return all().stream().filter(merge -> merge.standsAt(asOf)).toList();
    }

    @Override
    public List<Merge> around(EntityRef record) {
        var reached = new HashSet<EntityRef>(List.of(record));
        int before;
        do {
            before = reached.size();
            all().stream()
                    .filter(merge -> reached.contains(merge.one()) || reached.contains(merge.other()))
                    .forEach(merge -> reached.addAll(List.of(merge.one(), merge.other())));
        } while (reached.size() > before);
        return all().stream().filter(merge -> reached.contains(merge.one())).toList();
    }

    @Override
    public Optional<Merge> decidedUnder(String idempotencyKey) {
        return all().stream()
                .filter(merge -> merge.decided().idempotencyKey().equals(idempotencyKey)
                        || merge.undone()
                                .filter(end -> end.idempotencyKey().equals(idempotencyKey))
                                .isPresent())
                .findFirst();
    }

    @Override
    public void keep(Merge merge) {
        merges.put(merge.decided().idempotencyKey(), merge);
    }

    @Override
    public SortedMap<EntityRef, List<MemberRecord>> members(Collection<EntityRef> entities, AsOf asOf) {
        var identities = Identities.of(all(), asOf);
        var members = new TreeMap<EntityRef, List<MemberRecord>>();
        for (EntityRef entity : entities) {
            members.put(
                    entity,
                    records.values().stream()
                            .filter(record -> identities.areOne(record.record(), entity))
                            .map(record -> new MemberRecord(
                                    record.record(), record.name(), List.of(), List.of(), Optional.empty()))
                            .toList());
        }
        return members;
    }

    private List<Merge> all() {
        var all = new ArrayList<>(merges.values());
        all.sort(OLDEST_FIRST);
        return all;
    }
}
