package io.caucus.cypher;

import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.quality.DataQuality;
import io.caucus.graphmodel.quality.Measurement;
import io.caucus.graphmodel.quality.QualityMeasure;
import io.caucus.graphmodel.quality.QualityQuestion;
import io.caucus.graphmodel.quality.QualityRules;
import java.time.Duration;
import java.util.List;
import org.neo4j.driver.Record;

/** One round trip for each measure. */
final class Neo4jDataQuality implements DataQuality {

    private final Transactions transactions;
    private final Duration limit;

    Neo4jDataQuality(Transactions transactions, Duration limit) {
        this.transactions = transactions;
        this.limit = limit;
    }

    @Override
    public List<Measurement> measure(QualityMeasure measure, QualityQuestion question, QualityRules rules) {
        var asked = QualityStatement.of(measure, question, rules);
        return transactions.read(limit, asked.statement(), asked.parameters()).stream()
                .map(row -> measurement(measure, row))
                .toList();
    }

    private static Measurement measurement(QualityMeasure measure, Record row) {
        return new Measurement(
                measure,
                row.get("subject").asString(),
                row.get("part").asLong(),
                row.get("whole").asLong(),
                row.get("examples").asList(key -> new EntityRef(measure.counted(), key.asString())));
    }
}
