package io.caucus.ingest;

import io.caucus.graphmodel.ImportWriter;
import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.SourceRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes everything for new, and keeps nothing. */
final class WrittenNowhere implements ImportWriter {

    @Override
    public Written write(String batchId, List<SourcedFacts> batch) {
        var records = batch.stream().map(SourcedFacts::source).collect(Collectors.<SourceRecord>toSet());
        return new Written(records, batch.size() - records.size());
    }

    @Override
    public Written write(String batchId, List<SourcedFacts> batch, Function<Written, String> checkpoint) {
        return write(batchId, batch);
    }

    @Override
    public Optional<String> checkpoint(String batchId) {
        return Optional.empty();
    }

    @Override
    public void end(String batchId) {}
}
