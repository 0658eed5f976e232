package io.caucus.ingest;

import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Tombstone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Records of Salesforce whose rows go on being exported from the recycle bin: such a row tells what it always told, so that questions
 * about the time before still find it, and that the record was deleted at its last change.
 */
final class DeletableRecords implements RecordMapping {

    private final RecordMapping mapping;
    private final Function<String, ? extends EntityKey> key;

    /** @param key of the record with an id */
    DeletableRecords(RecordMapping mapping, Function<String, ? extends EntityKey> key) {
        this.mapping = mapping;
        this.key = key;
    }

    @Override
    public List<Fact> facts(Row row, Reading reading) {
        var facts = mapping.facts(row, reading);
        if (!SalesforceProfile.isDeleted(row)) {
            return facts;
        }
        var all = new ArrayList<>(facts);
        all.add(Tombstone.of(key.apply(nativeId(row)), SalesforceProfile.told(row, reading.times())));
        return all;
    }

    @Override
    public String record() {
        return mapping.record();
    }

    @Override
    public Columns columns() {
        return mapping.columns();
    }

    @Override
    public List<String> dates() {
        return mapping.dates();
    }

    @Override
    public String version() {
        return mapping.version();
    }

    @Override
    public boolean concerns(Row row) {
        return mapping.concerns(row);
    }

    @Override
    public void refer(Row row, References references) {
        mapping.refer(row, references);
    }

    @Override
    public Optional<String> words() {
        return mapping.words();
    }

    @Override
    public String nativeId(Row row) {
        return mapping.nativeId(row);
    }
}
