package io.caucus.ingest;

import io.caucus.graphmodel.ImportWriter;
import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.directory.EntityDirectory;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.SourceRecord;
import io.caucus.graphmodel.quality.FinishedImport;
import io.caucus.graphmodel.quality.ImportMemory;
import io.caucus.graphmodel.quality.LastJudged;
import io.caucus.graphmodel.quality.SeenColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A graph that lives as long as a test: the ledger and the indexes of the real one, in maps. Several threads write to it. */
public final class InMemoryGraph implements ImportWriter, EntityDirectory, ImportMemory {

    private final Set<String> ledger = new HashSet<>();
    private final Map<String, String> checkpoints = new HashMap<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<SourceRecord> records = new ArrayList<>();
    private final Map<String, Set<PersonId>> byEmail = new HashMap<>();
    private final Map<String, Set<AccountId>> byDomain = new HashMap<>();
    private final Map<String, Set<AccountId>> byName = new HashMap<>();
    private final List<FinishedImport> imports = new ArrayList<>();
    private final Set<EntityRef> told = new HashSet<>();
    private final Map<PersonId, Employment> latestJob = new HashMap<>();

    @Override
    public synchronized Written write(String batchId, List<SourcedFacts> batch) {
        var written = new HashSet<SourceRecord>();
        for (SourcedFacts sourced : batch) {
            if (ledger.add(sourced.source().key())) {
                written.add(sourced.source());
                records.add(sourced.source());
                sourced.facts().forEach(this::add);
            }
        }
        return new Written(written, batch.size() - written.size());
    }

    @Override
    public synchronized Written write(String batchId, List<SourcedFacts> batch, Function<Written, String> checkpoint) {
        var written = write(batchId, batch);
        checkpoints.put(batchId, checkpoint.apply(written));
        return written;
    }

    @Override
    public synchronized Optional<String> checkpoint(String batchId) {
        return Optional.ofNullable(checkpoints.get(batchId));
    }

    @Override
    public synchronized void end(String batchId) {
        checkpoints.remove(batchId);
    }

    private void add(Fact fact) {
        facts.add(fact);
        if (fact instanceof Account account) {
            told.add(account.id().ref());
            enter(byDomain, account.domain(), account.id());
            enter(byName, Optional.of(account.name()), account.id());
        } else if (fact instanceof Person person) {
            told.add(person.id().ref());
            enter(byEmail, person.email(), person.id());
        } else if (fact instanceof Opportunity opportunity) {
            told.add(opportunity.id().ref());
        } else if (fact instanceof Employment job) {
            latestJob.merge(
                    job.person(), job, (before, after) -> before.time().compareTo(after.time()) > 0 ? before : after);
        }
    }

    private static <T> void enter(Map<String, Set<T>> index, Optional<String> name, T id) {
        name.ifPresent(
                word -> index.computeIfAbsent(word, unused -> new TreeSet<>()).add(id));
    }

    @Override
    public synchronized Map<String, List<PersonId>> peopleByEmail(Collection<String> emails) {
        return find(byEmail, emails);
    }

    @Override
    public synchronized Map<String, List<AccountId>> accountsByDomain(Collection<String> domains) {
        return find(byDomain, domains);
    }

    @Override
    public synchronized Map<String, List<AccountId>> accountsByName(Collection<String> names) {
        return find(byName, names);
    }

    private static <T> Map<String, List<T>> find(Map<String, Set<T>> index, Collection<String> words) {
        var found = new TreeMap<String, List<T>>();
        for (String word : words) {
            var ids = index.get(word);
            if (ids != null) {
                found.put(word, List.copyOf(ids));
            }
        }
        return found;
    }

    @Override
    public synchronized Map<PersonId, AccountId> employersOf(Collection<PersonId> people) {
        var found = new TreeMap<PersonId, AccountId>();
        for (PersonId person : people) {
            var job = latestJob.get(person);
            if (job != null) {
                found.put(person, job.account());
            }
        }
        return found;
    }

    @Override
    public synchronized Set<EntityRef> existing(Collection<? extends EntityKey> keys) {
        return keys.stream().map(EntityKey::ref).filter(told::contains).collect(Collectors.toSet());
    }

    @Override
    public void keep(FinishedImport finished) {
        imports.add(finished);
    }

    @Override
    public List<SeenColumn> lastColumns(String source) {
        var byFile = new TreeMap<String, List<SeenColumn>>();
        imports.stream()
                .filter(finished -> finished.source().equals(source))
                .forEach(finished ->
                        byFile.putAll(finished.columns().stream().collect(Collectors.groupingBy(SeenColumn::file))));
        return byFile.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public List<LastJudged> lastJudged(Optional<String> source) {
        throw new UnsupportedOperationException("an import does not ask for it");
    }

    public List<FinishedImport> imports() {
        return List.copyOf(imports);
    }

    public <T extends Fact> List<T> facts(Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public int size() {
        return facts.size();
    }

    public List<SourceRecord> records() {
        return List.copyOf(records);
    }
}
