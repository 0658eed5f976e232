package io.caucus.api;

import io.caucus.api.graphql.GraphPorts;
import io.caucus.graphmodel.AccountGraph;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.Market;
import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.UnknownAccount;
import io.caucus.graphmodel.assessment.AssessmentStore;
import io.caucus.graphmodel.assessment.KeptAssessment;
import io.caucus.graphmodel.assessment.KeptFeatures;
import io.caucus.graphmodel.assessment.KeptInfluences;
import io.caucus.graphmodel.directory.AccountIndex;
import io.caucus.graphmodel.directory.AccountPage;
import io.caucus.graphmodel.directory.AccountQuery;
import io.caucus.graphmodel.directory.EntityDirectory;
import io.caucus.graphmodel.directory.Lineage;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.identity.IdentifyingRecord;
import io.caucus.graphmodel.identity.IdentityStore;
import io.caucus.graphmodel.identity.MemberRecord;
import io.caucus.graphmodel.identity.Merge;
import io.caucus.graphmodel.quality.DataQuality;
import io.caucus.graphmodel.quality.FinishedImport;
import io.caucus.graphmodel.quality.ImportMemory;
import io.caucus.graphmodel.quality.LastJudged;
import io.caucus.graphmodel.quality.Measurement;
import io.caucus.graphmodel.quality.QualityMeasure;
import io.caucus.graphmodel.quality.QualityQuestion;
import io.caucus.graphmodel.quality.QualityRules;
import io.caucus.graphmodel.quality.SeenColumn;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.testkit.AccountStory;
import io.caucus.testkit.QualityOracle;
import io.caucus.testkit.RandomWorlds;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The graph of one told account, in memory: enough to speak HTTP about. */
public final class StoryPorts
        implements AccountGraph,
                AccountIndex,
                EntityDirectory,
                AssessmentStore,
                IdentityStore,
                DataQuality,
                ImportMemory {

    private final AccountStory story;

    private StoryPorts(AccountStory story) {
        this.story = story;
    }

    public static GraphPorts of(AccountStory story) {
        var ports = new StoryPorts(story);
        return new GraphPorts(ports, ports, ports, ports, ports, ports, ports);
    }

    @Override
    public AccountHistory history(AccountId account, AsOf asOf) {
        if (!account.equals(AccountStory.account().id())) {
            throw new UnknownAccount(account, asOf);
        }
        return story.history(asOf);
    }

    @Override
    public SortedMap<AccountId, AccountHistory> histories(Collection<AccountId> accounts, AsOf asOf) {
        var found = new TreeMap<AccountId, AccountHistory>();
        if (accounts.contains(AccountStory.account().id())) {
            found.put(AccountStory.account().id(), story.history(asOf));
        }
        return found;
    }

    @Override
    public void forEachPage(AsOf asOf, Optional<AccountId> after, Consumer<List<AccountHistory>> consumer) {
        consumer.accept(List.of(story.history(asOf)));
    }

    @Override
    public Peers peers(AsOf asOf, Duration use) {
        return Peers.NONE;
    }

    @Override
    public SortedMap<EntityRef, String> names(Collection<EntityRef> entities, AsOf asOf) {
        return new TreeMap<>();
    }

    @Override
    public Market market(AsOf asOf) {
        return Market.NONE;
    }

    @Override
    public AccountPage page(AccountQuery query) {
        var account = AccountStory.account();
        var row = new AccountPage.Row(
                account.id(),
                account.name(),
                account.domain(),
                Optional.empty(),
                Optional.empty(),
                new AccountQuery.Position(
                        Optional.of(account.name()), account.id().value()));
        return new AccountPage(query.after().isPresent() ? List.of() : List.of(row), 1, false);
    }

    @Override
    public List<Hit> search(String text, AsOf asOf, int limit) {
        var account = AccountStory.account();
        return List.of(new Hit(account.id().ref(), account.name(), Optional.of(account.id()), 1));
    }

    @Override
    public Optional<Lineage> lineage(EntityRef node) {
        return Optional.empty();
    }

    @Override
    public Map<EntityRef, List<Provenance>> provenance(Collection<EntityRef> facts) {
        return Map.of();
    }

    @Override
    public Optional<Instant> newestKnownAt() {
        return Optional.of(RandomWorlds.NOW);
    }

    @Override
    public Map<String, List<PersonId>> peopleByEmail(Collection<String> emails) {
        return Map.of();
    }

    @Override
    public Map<String, List<AccountId>> accountsByDomain(Collection<String> domains) {
        return Map.of();
    }

    @Override
    public Map<String, List<AccountId>> accountsByName(Collection<String> names) {
        return Map.of();
    }

    @Override
    public Map<PersonId, AccountId> employersOf(Collection<PersonId> people) {
        var employed = story.history().employed();
        var employers = new TreeMap<PersonId, AccountId>();
        people.stream()
                .filter(person -> employed.contains(person))
                .forEach(person -> employers.put(person, AccountStory.account().id()));
        return employers;
    }

    @Override
    public Set<EntityRef> existing(Collection<? extends EntityKey> keys) {
        return Set.of();
    }

    @Override
    public void keep(List<KeptAssessment> assessments) {
        throw new UnsupportedOperationException("a story is only read");
    }

    @Override
    public void keepFeatures(List<KeptFeatures> features) {
        throw new UnsupportedOperationException("a story is only read");
    }

    @Override
    public void keepInfluences(List<KeptInfluences> influences) {
        throw new UnsupportedOperationException("a story is only read");
    }

    @Override
    public SortedMap<AccountId, KeptAssessment> latest(Collection<AccountId> accounts, AsOf asOf) {
        return new TreeMap<>();
    }

    @Override
    public SortedSet<EntityRef> find(String key) {
        return new TreeSet<>();
    }

    @Override
    public void forEachRecord(Consumer<IdentifyingRecord> consumer) {}

    @Override
    public List<IdentifyingRecord> records(Collection<EntityRef> records) {
        return List.of();
    }

    @Override
    public List<Merge> standing(AsOf asOf) {
        return List.of();
    }

    @Override
    public List<Merge> around(EntityRef record) {
        return List.of();
    }

    @Override
    public Optional<Merge> decidedUnder(String idempotencyKey) {
        return Optional.empty();
    }

    @Override
    public void keep(Merge merge) {
        throw new UnsupportedOperationException("a story is only read");
    }

    /** Nothing of a story was ever merged. */
    @Override
    public SortedMap<EntityRef, List<MemberRecord>> members(Collection<EntityRef> entities, AsOf asOf) {
        var members = new TreeMap<EntityRef, List<MemberRecord>>();
        entities.forEach(entity ->
                members.put(entity, List.of(new MemberRecord(entity, "", List.of(), List.of(), Optional.empty()))));
        return members;
    }

    @Override
    public List<Measurement> measure(QualityMeasure measure, QualityQuestion question, QualityRules rules) {
        return QualityOracle.measure(measure, question, rules, story.facts());
    }

    @Override
    public void keep(FinishedImport finished) {
        throw new UnsupportedOperationException("this graph is only read");
    }

    @Override
    public List<SeenColumn> lastColumns(String source) {
        return List.of();
    }

    @Override
    public List<LastJudged> lastJudged(Optional<String> source) {
        return List.of();
    }
}
