package io.caucus.cypher;

import io.caucus.graphmodel.directory.AccountIndex.Provenance;
import io.caucus.graphmodel.directory.Lineage;
import io.caucus.graphmodel.directory.Lineage.Citation;
import io.caucus.graphmodel.directory.Lineage.ToldFact;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import java.util.Optional;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;

/** Rows and maps about where facts come from. */
final class LineageRows {

    private LineageRows() {}

    static Lineage lineage(EntityRef node, MapAccessor row) {
        return new Lineage(
                node,
                row.get("told").asList(LineageRows::toldFact),
                row.get("toldCount").asLong(),
                row.get("citedBy").asList(LineageRows::citation),
                row.get("citationCount").asLong());
    }

    private static ToldFact toldFact(Value fact) {
        return new ToldFact(
                fact.get("kind").asString(),
                reference(fact.get("from")),
                Optional.of(fact.get("to")).filter(to -> !to.isNull()).map(LineageRows::reference),
                Clocks.instant(fact.get("at")),
                provenance(fact.get("record")));
    }

    private static EntityRef reference(Value pair) {
        return EvidenceKeys.reference(pair.get(0).asString(), pair.get(1).asString());
    }

    private static Citation citation(Value score) {
        return new Citation(
                new AccountId(score.get("accountId").asString()),
                Clocks.instant(score.get("asOf")),
                score.get("modelVersion").asString());
    }

    static Provenance provenance(MapAccessor record) {
        return new Provenance(
                record.get("key").asString(),
                record.get("system").asString(),
                record.get("type").asString(),
                record.get("recordId").asString(),
                record.get("file").asString(),
                record.get("line").asLong(),
                Clocks.instant(record.get("knownAt")),
                record.get("batch").asString(""));
    }
}
