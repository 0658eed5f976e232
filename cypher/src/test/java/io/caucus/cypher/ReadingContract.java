package io.caucus.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.StageSpells.Spell;
import io.caucus.graphmodel.assessment.KeptAssessment;
import io.caucus.graphmodel.assessment.KeptAssessment.KeptContribution;
import io.caucus.graphmodel.assessment.KeptAssessment.Result;
import io.caucus.graphmodel.directory.AccountIndex.Hit;
import io.caucus.graphmodel.directory.AccountPage;
import io.caucus.graphmodel.directory.AccountQuery;
import io.caucus.graphmodel.directory.AccountQuery.Order;
import io.caucus.graphmodel.directory.AccountQuery.Position;
import io.caucus.graphmodel.directory.Lineage.Citation;
import io.caucus.graphmodel.directory.Lineage.ToldFact;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.fact.Tombstone;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.testkit.AccountStory;
import io.caucus.testkit.PeersOracle;
import io.caucus.testkit.RandomWorlds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding, paging, keeping. */
abstract class ReadingContract extends GraphContract {

    private static final AsOf NOW = new AsOf(RandomWorlds.NOW);
    private static final Duration USE = Duration.ofDays(90);
    private static final FactTime LAST_YEAR = FactTime.at(RandomWorlds.NOW.minus(Duration.ofDays(365)));
    private static final FactTime LAST_WEEK = FactTime.at(RandomWorlds.NOW.minus(Duration.ofDays(7)));
    private static final AccountStory STORY = AccountStory.of("""
            ana: VP ENGINEERING from 100d ago
            bo: MANAGER FINANCE from 90d ago to 5d ago
            cy: elsewhere
            ana replies 3d ago
            deal enters Discovery 50d ago
            deal enters Proposal 40d ago
            deal enters Proposal 35d ago
            other enters Proposal 10d ago
            other enters Won 4d ago
            """);

    @Test
    void peopleAndAccountsAreFoundByWhatSourcesCallThem() {
        write(STORY.facts());
        var directory = neo4j().entityDirectory();

        assertThat(directory.peopleByEmail(Set.of("ana@acme.example", "no@acme.example")))
                .isEqualTo(Map.of("ana@acme.example", List.of(AccountStory.person("ana"))));
        assertThat(directory.accountsByDomain(Set.of("acme.example")))
                .isEqualTo(Map.of("acme.example", List.of(acme())));
        assertThat(directory.accountsByName(Set.of("Acme", "acme"))).isEqualTo(Map.of("Acme", List.of(acme())));
        assertThat(directory.employersOf(
                        Set.of(AccountStory.person("ana"), AccountStory.person("bo"), AccountStory.person("cy"))))
                .isEqualTo(Map.of(AccountStory.person("ana"), acme(), AccountStory.person("bo"), acme()));
    }

    @Test
    void whatIsOnlyMentionedDoesNotExist() {
        write(STORY.facts());
        write(new Subsidiary(acme(), new AccountId("test:mentioned"), LAST_YEAR));
        var ana = AccountStory.person("ana");

        assertThat(neo4j().entityDirectory()
                        .existing(List.of(
                                acme(),
                                ana,
                                new AccountId("test:mentioned"),
                                new PersonId("test:nobody"),
                                new OpportunityId(acme().value()))))
                .isEqualTo(Set.of(acme().ref(), ana.ref()));
    }

    @Test
    void entitiesOfOneNameAreSorted() {
        write(account("b", "Twin"), account("a", "Twin"));

        assertThat(neo4j().entityDirectory().accountsByName(Set.of("Twin")))
                .isEqualTo(Map.of("Twin", List.of(new AccountId("test:a"), new AccountId("test:b"))));
    }

    @Test
    void staysInAStageAreCensoredWhereTheyGoOn() {
        write(STORY.facts());

        assertThat(neo4j().accountGraph().peers(NOW, USE).spells().byStage())
                .isEqualTo(Map.of(
                        "Discovery", List.of(new Spell(10, true)),
                        "Proposal", List.of(new Spell(6, true), new Spell(40, false))));
    }

    @Test
    void staysInAStageAreThoseKnownThen() {
        write(STORY.facts());

        assertThat(neo4j().accountGraph()
                        .peers(AccountStory.asOf("45d ago"), USE)
                        .spells()
                        .byStage())
                .isEqualTo(Map.of("Discovery", List.of(new Spell(5, false))));
    }

    @Test
    void whatWouldBeSoldToADeletedAccountIsNobodysPeer() {
        write(STORY.facts());
        write(Tombstone.of(acme(), FactTime.at(AccountStory.asOf("1d ago").instant())));

        assertThat(neo4j().accountGraph().peers(NOW, USE)).isEqualTo(Peers.NONE);
        assertThat(neo4j().accountGraph().peers(AccountStory.asOf("2d ago"), USE))
                .isEqualTo(PeersOracle.peers(AccountStory.asOf("2d ago"), USE, STORY.facts()));
    }

    @Test
    void anAssessmentIsReadAsItWasKept() {
        write(STORY.facts());
        var evidence = Set.of(acme().ref(), AccountStory.person("ana").ref());
        var scored = assessment(acme(), NOW, scored(0.1 + 0.2, "HOT"), evidence);
        var earlier = assessment(
                acme(), AccountStory.asOf("10d ago"), new Result.NotScored("nobody acted", "log a meeting"), Set.of());
        var store = neo4j().assessmentStore();

        store.keep(List.of(scored, earlier));
        store.keep(List.of(scored));

        assertThat(store.latest(List.of(acme()), NOW)).isEqualTo(Map.of(acme(), scored));
        assertThat(store.latest(List.of(acme()), AccountStory.asOf("5d ago"))).isEqualTo(Map.of(acme(), earlier));
        assertThat(store.latest(List.of(acme()), AccountStory.asOf("20d ago"))).isEmpty();
    }

    @Test
    void aCalibratedScoreIsReadWithItsCalibrationToTheBit() {
        write(STORY.facts());
        var store = neo4j().assessmentStore();
        var share = new KeptContribution("committee.breadth_30d", 1.0 / 3, 0.0625);
        var certain =
                new Result.Scored(1.0 / 7, 0, 1, "LOW", "CALIBRATED", -1.5, List.of(share), Optional.of(-0.1 - 0.2));
        var kept = assessment(acme(), NOW, certain, Set.of());

        store.keep(List.of(kept));

        assertThat(store.latest(List.of(acme()), NOW)).isEqualTo(Map.of(acme(), kept));
    }

    @Test
    void keepingAnAssessmentAgainReplacesIt() {
        write(STORY.facts());
        var store = neo4j().assessmentStore();
        store.keep(List.of(assessment(acme(), NOW, scored(0.3, "WARM"), Set.of(acme().ref()))));
        var again = assessment(acme(), NOW, new Result.NotScored("nobody acted", "log a meeting"), Set.of());

        store.keep(List.of(again));

        assertThat(store.latest(List.of(acme()), NOW)).isEqualTo(Map.of(acme(), again));
    }

    @Test
    void keepingAnAssessmentDoesNotChangeTheDigestOfTheFacts() {
        write(STORY.facts());
        var before = neo4j().digest();

        neo4j().assessmentStore().keep(List.of(assessment(acme(), NOW, scored(0.3, "WARM"), Set.of(acme().ref()))));

        assertThat(neo4j().digest()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void pagesFollowEachOtherWithoutGapOrRepetition(Order order) {
        var accounts = keepFiveAccounts();

        var met = new ArrayList<String>();
        var page = page(order, Optional.empty(), 2);
        while (page.hasMore()) {
            page.rows().forEach(row -> met.add(row.name()));
            page = page(order, Optional.of(page.rows().getLast().position()), 2);
        }
        page.rows().forEach(row -> met.add(row.name()));

        assertThat(page.totalCount()).isEqualTo(accounts.size());
        assertThat(met)
                .isEqualTo(
                        switch (order) {
                            case SCORE -> List.of("Cedar", "Aspen", "birch", "Dogwood", "Elm and Ash");
                            case NAME -> List.of("Aspen", "birch", "Cedar", "Dogwood", "Elm and Ash");
                        });
    }

    @Test
    void aRowTellsIndustryAndAssessment() {
        keepFiveAccounts();

        var row = page(Order.SCORE, Optional.empty(), 1).rows().getFirst();

        assertThat(row.id()).isEqualTo(new AccountId("test:c"));
        assertThat(row.domain()).contains("c.example");
        assertThat(row.industry()).contains("Retail");
        assertThat(row.assessment().orElseThrow().result()).isEqualTo(scored(0.9, "HOT"));
        assertThat(row.position()).isEqualTo(new Position(Optional.of("0.9"), "test:c"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            asp     | Aspen
            ASH     | Elm and Ash
            and ash | Elm and Ash
            c.ex    | Cedar
            """)
    void textMatchesTheStartOfAWord(String text, String name) {
        keepFiveAccounts();

        var page = neo4j().accountIndex().page(query(Optional.of(text), Set.of(), Optional.empty()));

        assertThat(page.rows()).extracting(AccountPage.Row::name).containsExactly(name);
    }

    @Test
    void aRowAndAHitShowWhatTheAccountWasCalledThen() {
        write(
                account("a", "Aspen"),
                new FieldChange(new AccountId("test:a").ref(), ChangeField.NAME, "Birch", LAST_WEEK));
        var earlier = new AsOf(LAST_WEEK.occurredAt().minusMillis(1));

        assertThat(names(NOW, "birch")).containsExactly("Birch");
        assertThat(names(NOW, "aspen")).isEmpty();
        assertThat(names(earlier, "aspen")).containsExactly("Aspen");
        assertThat(neo4j().accountIndex().search("birch", earlier, 5))
                .extracting(Hit::name)
                .containsExactly("Aspen");
    }

    /** An older export refers to others by what they were called then. */
    @Test
    void byANameThatNothingHasAnyMoreWhatHadItIsFound() {
        var renamed = new AccountId("test:renamed");
        var ana = AccountStory.person("ana");
        write(
                new Account(renamed, "Aspen", Optional.of("aspen.example"), LAST_YEAR),
                new Account(renamed, "Birch", Optional.of("birch.example"), LAST_WEEK),
                new Person(ana, "Ana", Optional.of("ana@aspen.example"), LAST_YEAR),
                new Person(ana, "Ana", Optional.of("ana@birch.example"), LAST_WEEK));
        var directory = neo4j().entityDirectory();

        assertThat(directory.accountsByName(Set.of("Aspen", "Birch", "Cedar")))
                .isEqualTo(Map.of("Aspen", List.of(renamed), "Birch", List.of(renamed)));
        assertThat(directory.accountsByDomain(Set.of("aspen.example", "cedar.example")))
                .isEqualTo(Map.of("aspen.example", List.of(renamed)));
        assertThat(directory.peopleByEmail(Set.of("ana@aspen.example"))).containsOnlyKeys("ana@aspen.example");

        var heir = new AccountId("test:heir");
        write(new Account(heir, "Aspen", Optional.of("aspen.example"), LAST_WEEK));

        assertThat(directory.accountsByDomain(Set.of("aspen.example")))
                .isEqualTo(Map.of("aspen.example", List.of(heir)));
    }

    @Test
    void aPersonToldByAnAddressAloneIsFoundByItAndHasNoName() {
        var ana = AccountStory.person("ana");
        write(new FieldChange(ana.ref(), ChangeField.EMAIL, "ana@acme.example", LAST_WEEK));

        assertThat(neo4j().entityDirectory().peopleByEmail(Set.of("ana@acme.example")))
                .isEqualTo(Map.of("ana@acme.example", List.of(ana)));
        assertThat(neo4j().entityDirectory().existing(List.of(ana))).containsExactly(ana.ref());
        assertThat(neo4j().accountIndex().search("ana@acme", NOW, 5))
                .extracting(Hit::name)
                .containsExactly("");
    }

    @Test
    void whatWasDeletedIsOnNoPageAndNotFoundUntilItIsRestored() {
        var ana = AccountStory.person("ana");
        write(STORY.facts());
        write(
                account("a", "Aspen"),
                Tombstone.of(acme(), since("20d ago")),
                Tombstone.lifted(acme(), since("10d ago")),
                Tombstone.of(ana, since("5d ago")));

        assertThat(names(AccountStory.asOf("21d ago"), "")).containsExactly("Acme", "Aspen");
        assertThat(names(AccountStory.asOf("15d ago"), "")).containsExactly("Aspen");
        assertThat(names(NOW, "")).containsExactly("Acme", "Aspen");
        assertThat(neo4j().accountIndex().search("acme", AccountStory.asOf("15d ago"), 5))
                .extracting(Hit::entity)
                .doesNotContain(acme().ref());
        assertThat(found("acme")).contains(acme().ref());
        assertThat(neo4j().accountIndex().search("ana", AccountStory.asOf("6d ago"), 5))
                .extracting(Hit::entity)
                .contains(ana.ref());
        assertThat(found("ana")).doesNotContain(ana.ref());
        assertThat(neo4j().entityDirectory().peopleByEmail(Set.of("ana@acme.example")))
                .isEmpty();
        assertThat(neo4j().entityDirectory().accountsByName(Set.of("Acme"))).isNotEmpty();
    }

    @Test
    void aDeletedAccountIsNobodysEmployerUntilItIsRestored() {
        var ana = AccountStory.person("ana");
        var directory = neo4j().entityDirectory();
        write(STORY.facts());
        write(Tombstone.of(acme(), since("5d ago")));

        assertThat(directory.accountsByDomain(Set.of("acme.example"))).isEmpty();
        assertThat(directory.accountsByName(Set.of("Acme"))).isEmpty();
        assertThat(directory.employersOf(Set.of(ana))).isEmpty();

        write(Tombstone.lifted(acme(), since("1d ago")));

        assertThat(directory.accountsByDomain(Set.of("acme.example"))).containsKey("acme.example");
        assertThat(directory.accountsByName(Set.of("Acme"))).containsKey("Acme");
        assertThat(directory.employersOf(Set.of(ana))).isEqualTo(Map.of(ana, acme()));
    }

    @Test
    void aDeletionIsToldAndSoIsWhoToldIt() {
        var ana = AccountStory.person("ana");
        write(STORY.facts());
        write(Tombstone.of(ana, since("5d ago")), Tombstone.lifted(ana, since("4d ago")));

        var told = neo4j().accountIndex().lineage(ana.ref()).orElseThrow().told();

        assertThat(told)
                .filteredOn(fact -> fact.record().type().equals("tombstone"))
                .extracting(ToldFact::kind, ToldFact::at)
                .containsExactly(
                        tuple("DELETED", since("5d ago").occurredAt()),
                        tuple("RESTORED", since("4d ago").occurredAt()));
    }

    private static FactTime since(String when) {
        return FactTime.at(AccountStory.asOf(when).instant());
    }

    private List<String> names(AsOf asOf, String text) {
        var query =
                new AccountQuery(asOf, Optional.of(text), Set.of(), Optional.empty(), Order.NAME, Optional.empty(), 10);
        return neo4j().accountIndex().page(query).rows().stream()
                .map(AccountPage.Row::name)
                .toList();
    }

    @Test
    void textDoesNotMatchWithinAWord() {
        keepFiveAccounts();

        var page = neo4j().accountIndex().page(query(Optional.of("edar"), Set.of(), Optional.empty()));

        assertThat(page.rows()).isEmpty();
    }

    @Test
    void pagesAreFilteredByBandAndIndustry() {
        keepFiveAccounts();

        var hot = neo4j().accountIndex().page(query(Optional.empty(), Set.of("HOT"), Optional.empty()));
        var retail = neo4j().accountIndex().page(query(Optional.empty(), Set.of(), Optional.of("Retail")));

        assertThat(hot.rows()).extracting(AccountPage.Row::name).containsExactly("Cedar");
        assertThat(retail.rows()).extracting(AccountPage.Row::name).containsExactly("Cedar");
        assertThat(hot.totalCount()).isEqualTo(1);
    }

    @Test
    void accountsThatWereNotKnownThenAreOnNoPage() {
        keepFiveAccounts();
        var longAgo = new AsOf(LAST_YEAR.occurredAt().minusSeconds(1));

        var page = neo4j().accountIndex()
                .page(new AccountQuery(
                        longAgo, Optional.empty(), Set.of(), Optional.empty(), Order.NAME, Optional.empty(), 10));

        assertThat(page).isEqualTo(new AccountPage(List.of(), 0, false));
    }

    @Test
    void searchFindsByTheStartOfAWordAndForgivesALetter() {
        write(STORY.facts());
        write(account("z", "Zürich Versicherung"));

        assertThat(found("acm")).startsWith(acme().ref());
        assertThat(found("ana@ac")).containsExactly(AccountStory.person("ana").ref());
        assertThat(found("zurich")).containsExactly(new AccountId("test:z").ref());
        assertThat(found("versichrung")).containsExactly(new AccountId("test:z").ref());
        assertThat(neo4j().accountIndex().search("ana", NOW, 5))
                .extracting(Hit::account)
                .containsExactly(Optional.of(acme()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "name:*",
                "acme AND",
                "\"acme",
                "acme~2 OR [a TO z]",
                "\\",
                "((((",
                "a/b/",
                "' OR 1=1 //"
            })
    void whateverIsTypedIsOrdinaryText(String text) {
        write(STORY.facts());

        assertThat(neo4j().accountIndex().search(text, NOW, 5)).isNotNull();
        assertThat(neo4j().accountIndex().page(query(Optional.of(text), Set.of(), Optional.empty())))
                .isNotNull();
    }

    @Test
    void factsTellWhereTheyWereRead() {
        var sourced = RandomWorlds.sourced(List.<Fact>of(AccountStory.account()));
        neo4j().factWriter().write("import 7", sourced);
        var source = sourced.getFirst().source();

        var provenance = neo4j().accountIndex()
                .provenance(Set.of(acme().ref(), AccountStory.person("ana").ref()));

        assertThat(provenance).containsOnlyKeys(acme().ref());
        assertThat(provenance.get(acme().ref())).singleElement().satisfies(where -> {
            assertThat(where.system()).isEqualTo(source.source());
            assertThat(where.recordId()).isEqualTo(source.nativeId());
            assertThat(where.file()).isEqualTo(source.file());
            assertThat(where.line()).isEqualTo(source.line());
            assertThat(where.knownAt()).isEqualTo(AccountStory.account().time().knownAt());
            assertThat(where.batch()).isEqualTo("import 7");
        });
    }

    @Test
    void whatARecordToldSaysThatTheRecordToldIt() {
        var sourced = RandomWorlds.sourced(RandomWorlds.retoldAccounts(11, 3));
        neo4j().factWriter().write("import 7", sourced);
        var index = neo4j().accountIndex();
        var ends = new TreeSet<EntityRef>();

        for (SourcedFacts telling : sourced) {
            var lineage = index.lineage(recordOf(telling)).orElseThrow();
            assertThat(lineage.toldCount()).isEqualTo(lineage.told().size());
            assertThat(lineage.told())
                    .allSatisfy(fact -> assertThat(fact.record().key())
                            .isEqualTo(telling.source().key()));
            lineage.told().forEach(fact -> ends.add(fact.from()));
            assertThat(lineage.told())
                    .allSatisfy(fact -> assertThat(
                                    index.lineage(fact.from()).orElseThrow().told())
                            .contains(fact));
        }

        assertThat(ends).extracting(EntityRef::label).contains(NodeLabel.PERSON, NodeLabel.ENGAGEMENT, NodeLabel.USER);
    }

    @Test
    void anEmploymentLeadsToTheRecordThatToldIt() {
        var sourced = RandomWorlds.sourced(STORY.facts());
        neo4j().factWriter().write("import 7", sourced);
        var telling = sourced.stream()
                .filter(told -> told.facts().getFirst() instanceof Employment)
                .findFirst()
                .orElseThrow();

        var told =
                neo4j().accountIndex().lineage(recordOf(telling)).orElseThrow().told();

        assertThat(told).singleElement().satisfies(fact -> {
            assertThat(fact.kind()).isEqualTo("WORKS_AT");
            assertThat(fact.to()).contains(acme().ref());
            assertThat(fact.record().batch()).isEqualTo("import 7");
            assertThat(fact.record().line()).isEqualTo(telling.source().line());
        });
    }

    @Test
    void factsLeadToTheScoresThatCiteThemNewestFirst() {
        var sourced = RandomWorlds.sourced(STORY.facts());
        neo4j().factWriter().write("import 7", sourced);
        var evidence = Set.of(AccountStory.person("ana").ref());
        neo4j().assessmentStore()
                .keep(List.of(
                        assessment(acme(), AccountStory.asOf("1d ago"), scored(0.3, "WARM"), evidence),
                        assessment(acme(), NOW, scored(0.4, "WARM"), evidence)));

        var lineage =
                neo4j().accountIndex().lineage(AccountStory.person("ana").ref()).orElseThrow();

        assertThat(lineage.citedBy())
                .extracting(Citation::asOf)
                .containsExactly(NOW.instant(), AccountStory.asOf("1d ago").instant());
        assertThat(lineage.citationCount()).isEqualTo(2);
        assertThat(neo4j().accountIndex().lineage(acme().ref()).orElseThrow().citedBy())
                .isEmpty();
    }

    @Test
    void thingsThatNobodyToldHaveNoLineage() {
        assertThat(neo4j().accountIndex().lineage(acme().ref())).isEmpty();
        assertThat(neo4j().accountIndex().lineage(new EntityRef(NodeLabel.SOURCE_RECORD, "nobody:contact:1:0")))
                .isEmpty();
        assertThat(neo4j().accountIndex().lineage(new EntityRef(NodeLabel.IMPORT_BATCH, "import 7")))
                .isEmpty();
    }

    private static EntityRef recordOf(SourcedFacts telling) {
        return new EntityRef(NodeLabel.SOURCE_RECORD, telling.source().key());
    }

    @Test
    void theNewestFactIsTheOneThatBecameKnownLast() {
        assertThat(neo4j().accountIndex().newestKnownAt()).isEmpty();

        write(STORY.facts());

        assertThat(neo4j().accountIndex().newestKnownAt())
                .contains(AccountStory.asOf("3d ago").instant());
    }

    private List<Account> keepFiveAccounts() {
        var accounts = List.of(
                account("a", "Aspen"),
                account("b", "birch"),
                account("c", "Cedar"),
                account("d", "Dogwood"),
                account("e", "Elm and Ash"));
        write(accounts);
        write(new FieldChange(new AccountId("test:c").ref(), ChangeField.INDUSTRY, "Retail", LAST_YEAR));
        neo4j().assessmentStore()
                .keep(List.of(
                        assessment(new AccountId("test:a"), NOW, scored(0.5, "WARM"), Set.of()),
                        assessment(new AccountId("test:b"), NOW, scored(0.5, "WARM"), Set.of()),
                        assessment(new AccountId("test:c"), NOW, scored(0.9, "HOT"), Set.of()),
                        assessment(
                                new AccountId("test:d"), NOW, new Result.NotScored("too little", "wait"), Set.of())));
        return accounts;
    }

    private AccountPage page(Order order, Optional<Position> after, int limit) {
        return neo4j().accountIndex()
                .page(new AccountQuery(NOW, Optional.empty(), Set.of(), Optional.empty(), order, after, limit));
    }

    private static AccountQuery query(Optional<String> text, Set<String> bands, Optional<String> industry) {
        return new AccountQuery(NOW, text, bands, industry, Order.NAME, Optional.empty(), 10);
    }

    private List<EntityRef> found(String text) {
        return neo4j().accountIndex().search(text, NOW, 5).stream()
                .map(Hit::entity)
                .toList();
    }

    private static AccountId acme() {
        return AccountStory.account().id();
    }

    private static Account account(String id, String name) {
        return new Account(new AccountId("test:" + id), name, Optional.of(id + ".example"), LAST_YEAR);
    }

    private static Result scored(double probability, String band) {
        return new Result.Scored(
                probability,
                0.1,
                0.95,
                band,
                "RULES",
                -1.5,
                List.of(
                        new KeptContribution("committee.breadth_30d", 1.0 / 3, 6.25),
                        new KeptContribution("engagement.state", -0.1, -2)));
    }

    private static KeptAssessment assessment(AccountId account, AsOf asOf, Result result, Set<EntityRef> evidence) {
        var features = new TreeMap<>(Map.of(
                "committee.breadth_30d", "3.0",
                "committee.cohesion", Double.toString(1.0 / 3),
                "engagement.state", "ENGAGED",
                "engagement.days_since_last", "3"));
        return new KeptAssessment(account, asOf, "rules-1", "features-1", features, result, new TreeSet<>(evidence));
    }
}
