package io.caucus.graphmodel.directory;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.time.AsOf;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds accounts and people, and tells what facts were recorded in. Each method is one round trip. */
public interface AccountIndex {

    AccountPage page(AccountQuery query);

    /**
     * Accounts and people whose name, domain or e-mail starts like the text or nearly so, best match first.
     *
     * @param limit 1 to 50
     */
    List<Hit> search(String text, AsOf asOf, int limit);

    /** The source records of facts; a fact may have several. Facts without lineage are absent. */
    Map<EntityRef, List<Provenance>> provenance(Collection<EntityRef> facts);

    /**
     * All that is known about where a node of the graph comes from and what was made of it: for a fact, the records that told it and
     * the dated relationships at it; for a source record, the facts that it told.
     *
     * @return empty if there is no such node, or it is neither a fact nor a source record
     */
    Optional<Lineage> lineage(EntityRef node);

    /** When the newest fact in the graph became known; empty for an empty graph. */
    Optional<Instant> newestKnownAt();

    /** One thing found. */
    record Hit(EntityRef entity, String name, Optional<AccountId> account, double relevance) {}

    /**
     * Where a fact was read from.
     *
     * @param key our key of the source record, which tells its versions apart
     * @param file the file it was read from, or the delivery that brought it
     * @param batch the import, or the delivery, it came with
     */
    record Provenance(
            String key,
            String system,
            String type,
            String recordId,
            String file,
            long line,
            Instant knownAt,
            String batch) {}
}
