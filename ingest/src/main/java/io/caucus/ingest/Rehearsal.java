package io.caucus.ingest;

import io.caucus.graphmodel.directory.EntityDirectory;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.PersonId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An import of the first rows that writes nothing. Whatever a row refers to counts as there, since no graph is asked. */
final class Rehearsal {

    private final Profile profile;
    private final Map<String, Path> found;
    private final Optional<Instant> exportedAt;
    private Optional<Instant> oldest = Optional.empty();
    private Optional<Instant> newest = Optional.empty();

    Rehearsal(Profile profile, Map<String, Path> found, Optional<Instant> exportedAt) {
        this.profile = profile;
        this.found = found;
        this.exportedAt = exportedAt;
    }

    List<RecordTrial> run() throws IOException {
        var files = profile.files().stream()
                .filter(file -> found.containsKey(file.usualName()))
                .toList();
        for (SourceFile file : files) {
            eachRow(file, read -> look(file, read));
        }
        var times = new ExportTimes(oldest, exportedAt.or(() -> newest));
        var trials = new ArrayList<RecordTrial>();
        for (SourceFile file : files) {
            trials.add(rehearse(file, times));
        }
        return trials;
    }

    private interface Looker {
        void at(RowFile.Read read);
    }

    private void eachRow(SourceFile file, Looker looker) throws IOException {
        try (var rows = RowFile.open(path(file), file.mapping().columns())) {
            int read = 0;
            for (var next = rows.next(); next.isPresent() && read < SampledFile.MOST_ROWS; next = rows.next()) {
                looker.at(next.get());
                read++;
            }
        } catch (RefusedHeader e) {
            throw new ImportRefused(e.file().reason());
        }
    }

    private Path path(SourceFile file) {
        return found.getOrDefault(file.usualName(), Path.of(file.usualName()));
    }

    private void look(SourceFile file, RowFile.Read read) {
        if (read instanceof RowFile.Read.Good good) {
            file.mapping().dates().stream()
                    .flatMap(column -> good.row().peekDate(column, file.dateForm()).stream())
                    .forEach(date -> {
                        oldest = Optional.of(oldest.filter(date::isAfter).orElse(date));
                        newest = Optional.of(newest.filter(date::isBefore).orElse(date));
                    });
        }
    }

    /** A reason to reject, but for the words about one row. */
    private record Cause(RejectCode code, String column) {}

    private static final class Counts {

        private final Map<Cause, RecordTrial.Reason> reasons = new LinkedHashMap<>();
        private long rows;

        private void reject(Reject reject) {
            reasons.merge(
                    new Cause(reject.code(), reject.column()),
                    new RecordTrial.Reason(reject.code(), reject.column(), 1, reject.reason()),
                    (before, one) ->
                            new RecordTrial.Reason(before.code(), before.column(), before.count() + 1, before.first()));
        }
    }

    private RecordTrial rehearse(SourceFile file, ExportTimes times) throws IOException {
        var counts = new Counts();
        eachRow(file, read -> {
            switch (read) {
                case RowFile.Read.Good good -> tell(file.mapping(), good.row(), times, counts);
                case RowFile.Read.Bad bad -> {
                    counts.rows++;
                    counts.reject(bad.reject());
                }
            }
        });
        return new RecordTrial(
                String.valueOf(path(file).getFileName()),
                file.mapping().record(),
                counts.rows,
                counts.reasons.values().stream()
                        .sorted(Comparator.comparingLong(RecordTrial.Reason::count)
                                .reversed())
                        .toList());
    }

    private void tell(RecordMapping mapping, Row row, ExportTimes times, Counts counts) {
        try {
            if (!mapping.concerns(row)) {
                return;
            }
            counts.rows++;
            var references = new References(profile.name());
            mapping.refer(row, references);
            references.lookUp(EVERYTHING_IS_THERE);
            mapping.nativeId(row);
            mapping.facts(row, new Reading(times, references, new Findings()));
        } catch (RejectedRow e) {
            counts.reject(e.of(row.raw()));
        }
    }

    private static final EntityDirectory EVERYTHING_IS_THERE = new EntityDirectory() {

        @Override
        public Map<String, List<PersonId>> peopleByEmail(Collection<String> emails) {
            return supposed(emails, PersonId::new);
        }

        @Override
        public Map<String, List<AccountId>> accountsByDomain(Collection<String> domains) {
            return supposed(domains, AccountId::new);
        }

        @Override
        public Map<String, List<AccountId>> accountsByName(Collection<String> names) {
            return supposed(names, AccountId::new);
        }

        @Override
        public Map<PersonId, AccountId> employersOf(Collection<PersonId> people) {
            return people.stream().collect(Collectors.toMap(person -> person, person -> new AccountId(person.value())));
        }

        @Override
        public Set<EntityRef> existing(Collection<? extends EntityKey> keys) {
            return keys.stream().map(EntityKey::ref).collect(Collectors.toSet());
        }

        private <K> Map<String, List<K>> supposed(Collection<String> called, Function<String, K> key) {
            return called.stream()
                    .collect(Collectors.toMap(
                            name -> name, name -> List.of(key.apply("supposed:" + Keys.userNativeId(name)))));
        }
    };
}
