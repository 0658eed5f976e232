package io.caucus.graphmodel.directory;

import io.caucus.graphmodel.directory.AccountIndex.Provenance;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * From a fact back to the records that told it, and forward to the scores that cite it.
 *
 * @param told at most {@link #MOST_FACTS}: nodes before relationships, then by kind, keys of ends and records
 * @param toldCount how many there are
 * @param citedBy newest first, at most {@link #MOST_CITATIONS}
 * @param citationCount how many there are
 */
public record Lineage(EntityRef node, List<ToldFact> told, long toldCount, List<Citation> citedBy, long citationCount) {

    public static final int MOST_FACTS = 100;
    public static final int MOST_CITATIONS = 20;

    /**
     * One fact as one record told it.
     *
     * @param kind a label, or a relationship's type, as in Cypher; {@code DELETED} or {@code RESTORED} where the source said that
     * @param from the node, or where the relationship starts
     * @param to where the relationship ends; empty for a node
     * @param at when it began or happened, as told
     * @param record of several records that told of a relationship, the newest
     */
    public record ToldFact(String kind, EntityRef from, Optional<EntityRef> to, Instant at, Provenance record) {}

    /** A kept score for which the node, or one that the record told, is evidence. */
    public record Citation(AccountId account, Instant asOf, String modelVersion) {}
}
