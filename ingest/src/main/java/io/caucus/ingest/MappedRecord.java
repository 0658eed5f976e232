package io.caucus.ingest;

import io.caucus.graphmodel.fact.Fact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One kind of record that a mapping makes of the rows of a file.
 *
 * @param record its name in the report and in the lineage
 * @param version hash of what the mapping says about it: records that are read otherwise are other versions
 * @param values by attribute
 * @param foreignIds what other systems know it by
 */
record MappedRecord(
        String source,
        String record,
        MappedEntity entity,
        KeyRule id,
        RowCondition when,
        Map<String, ValueRule> values,
        Map<String, ReferenceRule> references,
        Map<String, TimeRule> times,
        List<KeyRule> foreignIds,
        DateForm dateForm,
        NumberForm numberForm,
        String version)
        implements RecordMapping {

    MappedRecord {
        values = new TreeMap<>(values);
        references = new TreeMap<>(references);
        times = new TreeMap<>(times);
        foreignIds = List.copyOf(foreignIds);
    }

    Optional<ValueRule> value(String attribute) {
        return Optional.ofNullable(values.get(attribute));
    }

    Optional<ReferenceRule> reference(String attribute) {
        return Optional.ofNullable(references.get(attribute));
    }

    Optional<TimeRule> time(String attribute) {
        return Optional.ofNullable(times.get(attribute));
    }

    @Override
    public Columns columns() {
        var required = Stream.of(
                        id.value().required().stream(),
                        when.columns().stream(),
                        values.values().stream().flatMap(rule -> rule.required().stream()),
                        references.values().stream().flatMap(rule -> rule.value().required().stream()),
                        times.values().stream().flatMap(rule -> rule.required().stream()),
                        foreignIds.stream().flatMap(rule -> rule.value().required().stream()))
                .flatMap(columns -> columns)
                .distinct()
                .toList();
        var optional = Stream.of(
                        id.columns().stream(),
                        values.values().stream().flatMap(rule -> rule.columns().stream()),
                        references.values().stream().flatMap(rule -> rule.columns().stream()),
                        times.values().stream().flatMap(rule -> rule.columns().stream()),
                        foreignIds.stream().flatMap(rule -> rule.columns().stream()))
                .flatMap(columns -> columns)
                .distinct()
                .filter(column -> !required.contains(column))
                .toList();
        return new Columns(required, optional);
    }

    /** An employment may end, and a meeting take place, after the export. */
    @Override
    public List<String> dates() {
        return Stream.of(MappedEntity.AT, MappedEntity.KNOWN, MappedEntity.CHANGED)
                .flatMap(attribute -> time(attribute).stream())
                .flatMap(rule -> rule.columns().stream())
                .distinct()
                .toList();
    }

    @Override
    public boolean concerns(Row row) {
        return when.holds(row);
    }

    @Override
    public void refer(Row row, References found) {
        reference(MappedEntity.ACCOUNT_ATTRIBUTE).ifPresent(rule -> rule.referToAccount(row, source, found));
        reference(MappedEntity.PARENT).ifPresent(rule -> rule.referToAccount(row, source, found));
        reference(MappedEntity.PERSON_ATTRIBUTE).ifPresent(rule -> rule.referToPerson(row, source, found));
        reference(MappedEntity.OPPORTUNITY_ATTRIBUTE).ifPresent(rule -> rule.referToOpportunity(row, source, found));
    }

    @Override
    public String nativeId(Row row) {
        return id.nativeId(row, source, entity.isPerson());
    }

    @Override
    public List<Fact> facts(Row row, Reading reading) {
        return new MappedFacts(this, row, reading).tell();
    }
}
