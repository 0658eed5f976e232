package io.caucus.graphmodel.identity;

import io.caucus.graphmodel.directory.AccountIndex.Provenance;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One of the records that a person or account is made of, as it stands alone.
 *
 * @param name as its own sources told it; empty if they told none
 * @param sources where it was read from, earliest known first
 * @param ownership who looks after it by its own sources; accounts only
 */
public record MemberRecord(EntityRef record, String name, List<Provenance> sources, Optional<Ownership> ownership) {

    /**
     * One of ours looks after a record.
     *
     * @param name empty if none was told
     */
    public record Ownership(UserId owner, String name, Instant since) {}

    public MemberRecord {
        sources = List.copyOf(sources);
    }

    /** Personal data stays out of anything that prints. */
    @Override
    public String toString() {
        return "MemberRecord[" + record + "]";
    }
}
