package io.caucus.api.cli;

import io.caucus.graphmodel.directory.AccountIndex.Provenance;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.quality.LastJudged;
import io.caucus.graphmodel.quality.Measurement;
import io.caucus.graphmodel.quality.QualityQuestion;
import java.util.List;
import java.util.Map;

/**
 * All that {@code caucus quality} tells.
 *
 * @param provenance where the examples were read from
 */
record QualityReport(
        QualityQuestion question,
        List<Measurement> measurements,
        List<LastJudged> imports,
        Map<EntityRef, List<Provenance>> provenance) {

    static final Map<EntityRef, List<Provenance>> UNTRACED = Map.of();

    QualityReport {
        measurements = List.copyOf(measurements);
        imports = List.copyOf(imports);
    }

    boolean hasRecords() {
        return measurements.stream().anyMatch(measurement -> measurement.whole() > 0);
    }

    List<Provenance> sourcesOf(EntityRef record) {
        return provenance.getOrDefault(record, List.of());
    }
}
