package io.caucus.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caucus.graphmodel.FactWriter.Written;
import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.SourceRecord;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.graphmodel.vocabulary.Seniority;
import io.caucus.testkit.AccountStory;
import io.caucus.testkit.RandomWorlds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However facts are delivered, they take effect once. */
abstract class DeliveryContract extends GraphContract {

    private static final AccountId ACME = AccountStory.account().id();
    private static final PersonId ANA = AccountStory.person("ana");
    private static final AsOf NOW = new AsOf(RandomWorlds.NOW);

    /** As many rows as an import writes at once. */
    private static final int CHUNK = 1_000;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theDigestDoesNotDependOnTheDelivery(long seed) {
        var facts = new ArrayList<>(RandomWorlds.retoldAccounts(seed, 2));
        facts.addAll(retold(facts));
        write(facts);
        var once = neo4j().digest();

        server().wipe();
        deliver(neo4j().factWriter(), facts, new SplittableRandom(seed));

        assertThat(neo4j().digest()).isEqualTo(once);
    }

    @Test
    void theDigestChangesWithAnyProperty() {
        write(AccountStory.account());
        var before = neo4j().digest();

        server().wipe();
        write(new Account(
                ACME, "Acme", Optional.of("acme.test"), AccountStory.account().time()));

        assertThat(neo4j().digest()).isNotEqualTo(before);
    }

    @Test
    void textsThatDifferInEscapesOnlyHaveDifferentDigests() {
        var texts = List.of("a\"b", "a\\\"b", "a\\b", "a\\\\b", "a\nb", "a\\nb");
        var digests = new HashSet<String>();
        var time = AccountStory.account().time();

        for (String text : texts) {
            server().wipe();
            var record = new SourceRecord("crm", "account", "1", "0123456789abcdef0123", "accounts.csv", 2);
            var account = new Account(ACME, text, Optional.empty(), time);
            neo4j().factWriter().write("batch", List.of(new SourcedFacts(record, List.of(account))));
            digests.add(neo4j().digest());
        }

        assertThat(digests).hasSameSizeAs(texts);
    }

    @Test
    void theDigestDoesNotDependOnTheFileThatWasRead() {
        var sourced =
                RandomWorlds.sourced(AccountStory.of("ana: VP ENGINEERING").facts());
        neo4j().factWriter().write("one import", sourced);
        var before = neo4j().digest();

        server().wipe();
        neo4j().factWriter()
                .write(
                        "another",
                        sourced.stream().map(DeliveryContract::elsewhere).toList());

        assertThat(neo4j().digest()).isEqualTo(before);
    }

    @Test
    void aRecordTakesEffectOnceWithinABatchAndAcrossBatches() {
        var sourced = RandomWorlds.sourced(List.of(AccountStory.account()));
        var twice = List.of(sourced.getFirst(), sourced.getFirst());

        var first = neo4j().factWriter().write("first", twice);
        var second = neo4j().factWriter().write("second", twice);

        assertThat(first.written()).containsExactly(sourced.getFirst().source());
        assertThat(first.duplicates()).isEqualTo(1);
        assertThat(second.written()).isEmpty();
        assertThat(second.duplicates()).isEqualTo(2);
    }

    @Test
    void aBatchDeliveredTwiceAtOnceTakesEffectOnce() throws Exception {
        var batch = RandomWorlds.sourced(RandomWorlds.accounts(11, 3));
        Callable<Written> delivery = () -> neo4j().factWriter().write("batch", batch);

        int written = 0;
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (var delivered : threads.invokeAll(List.of(delivery, delivery, delivery))) {
                written += delivered.get().written().size();
            }
        }
        var concurrently = neo4j().digest();
        server().wipe();
        delivery.call();

        assertThat(written).isEqualTo(batch.size());
        assertThat(concurrently).isEqualTo(neo4j().digest());
    }

    @Test
    void whatIsToldByManyAtOnceIsWhatTheNewestSays() throws Exception {
        var tellings = new ArrayList<Fact>();
        for (int number = 0; number < 200; number++) {
            var time = FactTime.at(RandomWorlds.NOW.minus(Duration.ofDays(5)).plusSeconds(number));
            tellings.add(new Account(ACME, "Name " + number, Optional.empty(), time));
        }
        write(tellings);
        var oneByOne = neo4j().digest();
        server().wipe();

        try (var threads = Executors.newFixedThreadPool(8)) {
            var deliveries = RandomWorlds.sourced(tellings).stream()
                    .<Callable<Written>>map(one -> () -> neo4j().factWriter().write("batch", List.of(one)))
                    .toList();
            for (var delivered : threads.invokeAll(deliveries)) {
                assertThat(delivered.get().duplicates()).isZero();
            }
        }

        assertThat(neo4j().digest()).isEqualTo(oneByOne);
    }

    @Test
    void aCheckpointStaysWithTheBatchItCameWithUntilTheImportEnds() {
        var writer = neo4j().factWriter();
        var sourced = RandomWorlds.sourced(List.of(AccountStory.account()));

        writer.write(
                "one", sourced, written -> "1 of 2, new: " + written.written().size());
        writer.write("one", sourced, written -> "2 of 2, known: " + written.duplicates());
        writer.write("another", sourced);

        assertThat(writer.checkpoint("one")).contains("2 of 2, known: 1");
        assertThat(writer.checkpoint("another")).isEmpty();
        assertThat(writer.checkpoint("nobody knows")).isEmpty();
        writer.end("one");
        assertThat(writer.checkpoint("one")).isEmpty();
    }

    @Test
    void aBatchThatFailsLeavesTheCheckpointBefore() {
        var writer = neo4j().factWriter();
        writer.write("one", RandomWorlds.sourced(List.of(AccountStory.account())), written -> "so far");
        var tooLongForAnIndex = new Account(ACME, "x".repeat(40_000), Optional.empty(), daysAgo(1));

        assertThatThrownBy(() ->
                        writer.write("one", RandomWorlds.sourced(List.of(tooLongForAnIndex)), written -> "too far"))
                .isInstanceOf(RuntimeException.class);

        assertThat(writer.checkpoint("one")).contains("so far");
    }

    @Test
    void aBatchThatFailsLeavesNothing() {
        var empty = neo4j().digest();
        var tooLongForAnIndex = new Account(
                ACME,
                "x".repeat(40_000),
                Optional.empty(),
                AccountStory.account().time());
        var batch = new ArrayList<Fact>(AccountStory.of("ana: VP ENGINEERING").facts());
        batch.add(tooLongForAnIndex);

        assertThatThrownBy(() -> write(batch)).isInstanceOf(RuntimeException.class);

        assertThat(neo4j().digest()).isEqualTo(empty);
    }

    /** As many records as a chunk of an import has, each telling a score of links: an event that many topics are named in. */
    @Test
    void aBatchOfManyLinksFitsIntoOneTransaction() {
        var batch = new ArrayList<SourcedFacts>();
        for (int number = 0; number < CHUNK; number++) {
            var event = new EngagementId("story:event-" + number);
            batch.add(new SourcedFacts(
                    record(number),
                    IntStream.range(0, 20)
                            .<Fact>mapToObj(topic -> Link.of(
                                    LinkType.CONCERNS,
                                    event.ref(),
                                    new EntityRef(NodeLabel.TOPIC, "story:" + topic),
                                    daysAgo(1)))
                            .toList()));
        }

        var written = neo4j().factWriter().write("batch", batch);

        assertThat(written.written()).hasSize(CHUNK);
    }

    @Test
    void aBatchOfMailsToManyFitsIntoOneTransaction() {
        var everyone = IntStream.range(0, 500)
                .mapToObj(number -> AccountStory.person("p" + number))
                .toList();
        var batch = IntStream.range(0, CHUNK)
                .mapToObj(number -> new SourcedFacts(
                        record(number),
                        List.of(new Engagement(
                                new EngagementId("story:mail-" + number),
                                ACME,
                                EngagementKind.EMAIL,
                                ActorSide.SELLER,
                                List.of(),
                                everyone.subList(number % 400, number % 400 + 60),
                                List.of(new UserId("story:us")),
                                Optional.empty(),
                                daysAgo(1)))))
                .toList();

        var written = neo4j().factWriter().write("batch", batch);

        assertThat(written.written()).hasSize(CHUNK);
    }

    private static SourceRecord record(int number) {
        return new SourceRecord("crm", "event", "" + number, "0123456789abcdef0123", "events.csv", number + 1);
    }

    @Test
    void theNewestTellingSaysWhatAnAccountIsCalledAndTheEarliestWhenItCameToBe() {
        var monday = FactTime.at(RandomWorlds.NOW.minus(Duration.ofDays(5)));
        var tuesday = FactTime.at(RandomWorlds.NOW.minus(Duration.ofDays(4)));
        write(new Account(ACME, "Acme Inc", Optional.of("acme.example"), tuesday));
        write(new Account(ACME, "Acme", Optional.empty(), monday));

        var account = neo4j().accountGraph().history(ACME, NOW).account();

        assertThat(account).isEqualTo(new Account(ACME, "Acme Inc", Optional.of("acme.example"), monday));
    }

    @Test
    void attributesToldAloneAndTogetherLeaveTheNewestOfEachInAnyOrder() {
        var whole = new Person(ANA, "Ana", Optional.of("ana@acme.example"), daysAgo(9));
        var married = new FieldChange(ANA.ref(), ChangeField.NAME, "Ana Lima", daysAgo(5));
        var noAddress = new FieldChange(ANA.ref(), ChangeField.EMAIL, "", daysAgo(3));
        var older = new FieldChange(ANA.ref(), ChangeField.EMAIL, "a.lima@acme.example", daysAgo(7));
        var facts =
                List.of(AccountStory.account(), job(daysAgo(90), Optional.empty()), whole, married, noAddress, older);
        write(facts);
        var digest = neo4j().digest();

        server().wipe();
        write(facts.reversed());

        assertThat(neo4j().digest()).isEqualTo(digest);
        assertThat(ana(8)).isEqualTo(whole);
        assertThat(ana(7).email()).contains("a.lima@acme.example");
        assertThat(ana(4)).isEqualTo(new Person(ANA, "Ana Lima", Optional.of(older.value()), daysAgo(9)));
        assertThat(ana(0)).isEqualTo(new Person(ANA, "Ana Lima", Optional.empty(), daysAgo(9)));
    }

    @Test
    void oneRecordMayTellSeveralAttributesAndTheirHistory() {
        var facts = List.<Fact>of(
                AccountStory.account(),
                job(daysAgo(90), Optional.empty()),
                new FieldChange(ANA.ref(), ChangeField.NAME, "Ana", daysAgo(9)),
                new FieldChange(ANA.ref(), ChangeField.NAME, "Ana Lima", daysAgo(5)),
                new FieldChange(ANA.ref(), ChangeField.EMAIL, "ana@acme.example", daysAgo(5)));
        var record = new SourceRecord("crm", "webhook", "7", "0123456789abcdef0123", "webhook", 1);
        neo4j().factWriter().write("batch", List.of(new SourcedFacts(record, facts)));

        assertThat(ana(9)).isEqualTo(new Person(ANA, "Ana", Optional.empty(), daysAgo(9)));
        assertThat(ana(5)).isEqualTo(new Person(ANA, "Ana Lima", Optional.of("ana@acme.example"), daysAgo(9)));
        assertThat(neo4j().accountIndex().provenance(List.of(ANA.ref())).get(ANA.ref()))
                .hasSize(1);
    }

    @Test
    void anEmploymentToldAgainWithItsEndIsOneEmploymentThatEnded() {
        var began = FactTime.at(RandomWorlds.NOW.minus(Duration.ofDays(90)));
        var ended =
                new FactTime(RandomWorlds.NOW.minus(Duration.ofDays(10)), RandomWorlds.NOW.minus(Duration.ofDays(9)));
        write(job(began, Optional.of(ended)), AccountStory.account());
        write(job(began, Optional.empty()));

        assertThat(neo4j().accountGraph().history(ACME, NOW).employments())
                .containsExactly(job(began, Optional.of(ended)));
    }

    @Test
    void anEngagementToldAnewNoLongerHasWhoTookPartBefore() {
        var bo = AccountStory.person("bo");
        var before = engagement(List.of(ANA, bo), FactTime.at(RandomWorlds.NOW.minus(Duration.ofDays(3))));
        var after = engagement(List.of(bo), FactTime.at(RandomWorlds.NOW.minus(Duration.ofDays(2))));
        write(AccountStory.account(), after);
        write(before);

        var engagements = neo4j().accountGraph().history(ACME, NOW).engagements();

        assertThat(engagements).singleElement().satisfies(engagement -> {
            assertThat(engagement.performedBy()).containsExactly(bo);
            assertThat(engagement.time())
                    .isEqualTo(new FactTime(
                            after.time().occurredAt(), before.time().knownAt()));
        });
    }

    @Test
    void whoeverHasNotBeenToldOfIsNotSeen() {
        write(AccountStory.account(), engagement(List.of(ANA), FactTime.at(RandomWorlds.NOW)));

        var history = neo4j().accountGraph().history(ACME, NOW);

        assertThat(history.people()).isEmpty();
        assertThat(history.engagements().getFirst().performedBy()).containsExactly(ANA);
    }

    private Person ana(int days) {
        var asOf = new AsOf(daysAgo(days).knownAt());
        return neo4j().accountGraph().history(ACME, asOf).people().getFirst();
    }

    private static FactTime daysAgo(int days) {
        return FactTime.at(RandomWorlds.NOW.minus(Duration.ofDays(days)));
    }

    /** Things told a second time with other words, so that the order of delivery could matter. */
    private static List<Fact> retold(List<Fact> facts) {
        var retold = new ArrayList<Fact>();
        for (Fact fact : facts) {
            switch (fact) {
                case Account account ->
                    retold.add(new Account(account.id(), account.name() + " Inc", Optional.empty(), later(account)));
                case Person person ->
                    retold.add(new Person(person.id(), person.name() + " II", person.email(), later(person)));
                case Engagement engagement ->
                    retold.add(new Engagement(
                            engagement.id(),
                            engagement.account(),
                            engagement.kind(),
                            engagement.side(),
                            engagement.performedBy().stream().limit(1).toList(),
                            List.of(new PersonId("random:nobody-told-of")),
                            List.of(),
                            engagement.excluded(),
                            later(engagement)));
                case Employment job ->
                    retold.add(new Employment(
                            job.person(),
                            job.account(),
                            job.title(),
                            job.function(),
                            job.seniority(),
                            job.time(),
                            Optional.of(later(job))));
                case FieldChange change -> retold.addAll(knownLater(change));
                default -> {}
            }
        }
        return retold;
    }

    private static List<Fact> knownLater(FieldChange change) {
        return change.field().isIdentifying()
                ? List.of()
                : List.of(new FieldChange(
                        change.entity(),
                        change.field(),
                        change.value(),
                        new FactTime(change.time().occurredAt(), later(change).knownAt())));
    }

    private static FactTime later(Fact fact) {
        var day = Duration.ofDays(1);
        return new FactTime(
                fact.time().occurredAt().plus(day), fact.time().knownAt().plus(day));
    }

    private static SourcedFacts elsewhere(SourcedFacts sourced) {
        var source = sourced.source();
        return new SourcedFacts(
                new SourceRecord(
                        source.source(), source.type(), source.nativeId(), source.contentHash(), "other.csv", 99),
                sourced.facts());
    }

    private static Employment job(FactTime began, Optional<FactTime> ended) {
        return new Employment(ANA, ACME, Optional.of("CFO"), JobFunction.FINANCE, Seniority.CXO, began, ended);
    }

    private static Engagement engagement(List<PersonId> performedBy, FactTime time) {
        return new Engagement(
                new EngagementId("story:meeting"),
                ACME,
                EngagementKind.MEETING,
                ActorSide.BUYER,
                performedBy,
                List.of(),
                List.of(new UserId("story:us")),
                Optional.empty(),
                time);
    }
}
