package io.caucus.ingest.identity;

import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.identity.Grounds;
import io.caucus.graphmodel.identity.IdentifyingRecord;
import io.caucus.graphmodel.identity.Identities;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds records that may be one, by traits they share. Pure: the order in which records come cannot be told from the answer. */
public final class IdentityCandidates {

    /** The surest first, then by keys. */
    private static final Comparator<Candidate> ORDER = Comparator.comparingDouble(
                    (Candidate candidate) -> candidate.grounds().confidence())
            .reversed()
            .thenComparing(Candidate::one)
            .thenComparing(Candidate::other);

    /** @param one the smaller */
    private record Pair(EntityRef one, EntityRef other) implements Comparable<Pair> {

        private static Pair of(EntityRef record, EntityRef other) {
            return record.compareTo(other) < 0 ? new Pair(record, other) : new Pair(other, record);
        }

        @Override
        public int compareTo(Pair pair) {
            return Comparator.comparing(Pair::one).thenComparing(Pair::other).compare(this, pair);
        }
    }

    private final Map<IdentityRule, Map<String, TreeSet<EntityRef>>> blocks = new EnumMap<>(IdentityRule.class);

    /** Takes note of one record's traits; nothing else of it is kept. */
    public void add(IdentifyingRecord record) {
        for (IdentityRule rule : IdentityRule.values()) {
            var block = blocks.computeIfAbsent(rule, first -> new TreeMap<>());
            rule.traits(record)
                    .forEach(trait -> block.computeIfAbsent(trait, first -> new TreeSet<>())
                            .add(record.record()));
        }
    }

    /**
     * Pairs that share a trait and are not one yet, each once, by its strongest rule. Of more than two that share a trait, each is
     * paired with the one in their centre, which is mostly the first: merging all pairs joins them all.
     */
    public List<Candidate> candidates(Identities known) {
        var found = new TreeMap<Pair, Grounds>();
        blocks.forEach((rule, block) -> block.forEach((trait, records) -> rule.center(trait, records)
                .ifPresent(center -> records.stream()
                        .filter(other -> !known.areOne(center, other))
                        .forEach(other -> found.putIfAbsent(Pair.of(center, other), rule.grounds(center, other))))));
        var candidates = new ArrayList<Candidate>();
        found.forEach((pair, grounds) -> candidates.add(new Candidate(pair.one(), pair.other(), grounds)));
        candidates.sort(ORDER);
        return candidates;
    }

    public static List<Candidate> among(Collection<IdentifyingRecord> records, Identities known) {
        var candidates = new IdentityCandidates();
        records.forEach(candidates::add);
        return candidates.candidates(known);
    }

    /** What speaks for two records being one; empty if no rule does. */
    public static Optional<Grounds> grounds(IdentifyingRecord one, IdentifyingRecord other) {
        return among(List.of(one, other), Identities.of(Map.of())).stream()
                .map(Candidate::grounds)
                .findFirst();
    }
}
