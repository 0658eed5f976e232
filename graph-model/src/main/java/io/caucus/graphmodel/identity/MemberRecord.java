package io.caucus.graphmodel.identity;

import io.caucus.graphmodel.directory.AccountIndex.Provenance;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One of the records that a person or account is made of, as it stands alone.
 *
 * @param name as its own sources told it; empty if they told none
 * @param sources where it was read from, earliest known first
 * @param leadSources how we came by it, by its own sources: each that was ever told, earliest first
 * @param ownership who looks after it by its own sources; accounts only
 */
public record MemberRecord(
        EntityRef record,
        String name,
        List<Provenance> sources,
        List<LeadSource> leadSources,
        Optional<Ownership> ownership) {

    /**
     * How we came by a record.
     *
     * @param name the source's own word
     * @param since when it was first true
     */
    public record LeadSource(String name, Instant since) {}

    /**
     * One of ours looks after a record.
     *
     * @param name empty if none was told
     * @param since when it began, however often it was told again
     */
    public record Ownership(UserId owner, String name, Instant since) {}

    public MemberRecord {
        sources = List.copyOf(sources);
        leadSources = List.copyOf(leadSources);
    }

    /** Those of one account's records that name an owner, if they do not all name the same; else none. */
    public static List<MemberRecord> conflictingAboutOwner(Collection<MemberRecord> records) {
        var owned = records.stream()
                .filter(record -> record.ownership().isPresent())
                .toList();
        boolean isConflict = owned.stream()
                        .map(record -> record.ownership().map(Ownership::owner))
                        .distinct()
                        .count()
                > 1;
        return isConflict ? owned : List.of();
    }

    /** Personal data stays out of anything that prints. */
    @Override
    public String toString() {
        return "MemberRecord[" + record + "]";
    }
}
