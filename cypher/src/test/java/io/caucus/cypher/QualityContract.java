package io.caucus.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.quality.ColumnType;
import io.caucus.graphmodel.quality.FinishedImport;
import io.caucus.graphmodel.quality.JudgedExpectation;
import io.caucus.graphmodel.quality.LastJudged;
import io.caucus.graphmodel.quality.Measurement;
import io.caucus.graphmodel.quality.QualityMeasure;
import io.caucus.graphmodel.quality.QualityQuestion;
import io.caucus.graphmodel.quality.QualityRules;
import io.caucus.graphmodel.quality.SeenColumn;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.Outcome;
import io.caucus.testkit.QualityOracle;
import io.caucus.testkit.RandomWorlds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Flaws are counted in the graph as anybody would count them in the facts, and what imports saw is remembered. */
abstract class QualityContract extends GraphContract {

    /** A Friday. */
    private static final Instant FRIDAY = Instant.parse("2026-03-06T16:10:00Z");

    private static final AsOf NOW = new AsOf(RandomWorlds.NOW);
    private static final QualityQuestion ALL = new QualityQuestion(NOW, Optional.empty());

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 3);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyMeasureIsWhatCountingTheFactsGives(long seed) {
        var facts = RandomWorlds.retoldAccounts(seed, 25);
        write(facts);

        for (QualityQuestion question : List.of(
                ALL,
                new QualityQuestion(new AsOf(RandomWorlds.NOW.minus(Duration.ofDays(90))), Optional.of("random")),
                new QualityQuestion(NOW, Optional.of("elsewhere")))) {
            for (QualityMeasure measure : QualityMeasure.values()) {
                assertThat(neo4j().dataQuality().measure(measure, question, QualityRules.DEFAULT))
                        .as("%s for %s", measure, question)
                        .isEqualTo(QualityOracle.measure(measure, question, QualityRules.DEFAULT, facts));
            }
        }
    }

    /** Else an agreement on zeros would pass for one. */
    @Test
    void randomWorldsHaveFlawsOfEveryKindButHabitsAndBareDays() {
        var found = seeds().boxed()
                .flatMap(seed -> {
                    var facts = RandomWorlds.retoldAccounts(seed, 25);
                    return Stream.of(QualityMeasure.values())
                            .flatMap(measure ->
                                    QualityOracle.measure(measure, ALL, QualityRules.DEFAULT, facts).stream())
                            .filter(measured -> measured.part() > 0 && measured.part() < measured.whole());
                })
                .map(Measurement::measure)
                .distinct();

        assertThat(found)
                .contains(
                        QualityMeasure.MOVES_WITHOUT_ACTIVITY,
                        QualityMeasure.CLOSES_WITHOUT_ACTIVITY,
                        QualityMeasure.STALE_OPPORTUNITIES,
                        QualityMeasure.OVERDUE_OPPORTUNITIES,
                        QualityMeasure.ACCOUNTS_WITHOUT_DOMAIN,
                        QualityMeasure.PEOPLE_WITHOUT_EMAIL,
                        QualityMeasure.MISSING_ACCOUNT_FIELDS,
                        QualityMeasure.MISSING_PERSON_FIELDS,
                        QualityMeasure.MISSING_OPPORTUNITY_FIELDS);
    }

    @Test
    void whoMovesStagesOnFridayAfternoonsIsNamedWithTheHour() {
        var facts = new ArrayList<>(moves("fridays", "test:pam", 6, Duration.ofDays(7)));
        facts.addAll(moves("any day", "test:jim", 6, Duration.ofHours(61)));
        write(facts);

        var batched = neo4j().dataQuality().measure(QualityMeasure.BATCHED_MOVES, ALL, QualityRules.DEFAULT);

        assertThat(batched).extracting(Measurement::subject).containsExactly("", "test:pam, Fridays from 16:00 UTC");
        assertThat(batched).extracting(Measurement::part).containsExactly(12L, 12L);
        assertThat(batched).extracting(Measurement::whole).containsExactly(24L, 12L);
        assertThat(batched)
                .isEqualTo(QualityOracle.measure(QualityMeasure.BATCHED_MOVES, ALL, QualityRules.DEFAULT, facts));
    }

    @Test
    void oneBatchOfOneDayIsAnExportAndNoHabit() {
        write(moves("export", "test:pam", 6, Duration.ZERO));

        var batched = neo4j().dataQuality().measure(QualityMeasure.BATCHED_MOVES, ALL, QualityRules.DEFAULT);

        assertThat(batched).extracting(Measurement::part).containsExactly(0L);
    }

    @Test
    void aMoveAtMidnightWasToldByItsDay() {
        var facts = new ArrayList<>(moves("timed", "test:pam", 3, Duration.ofDays(7)));
        var deal = new OpportunityId("test:timed-0");
        var midnight = FactTime.at(Instant.parse("2026-04-30T00:00:00Z"));
        facts.add(new StageChange(deal, "Won after all", Outcome.WON, midnight));
        write(facts);

        var untimed = neo4j().dataQuality().measure(QualityMeasure.UNTIMED_MOVES, ALL, QualityRules.DEFAULT);

        assertThat(untimed)
                .isEqualTo(QualityOracle.measure(QualityMeasure.UNTIMED_MOVES, ALL, QualityRules.DEFAULT, facts));
        assertThat(untimed.getFirst().part()).isEqualTo(1);
        assertThat(untimed.getFirst().whole()).isEqualTo(7);
    }

    /** Twice as many moves: of each opportunity from Discovery to Proposal and to its loss, some minutes later. */
    private static List<Fact> moves(String name, String owner, int count, Duration apart) {
        var facts = new ArrayList<Fact>();
        var account = new AccountId("test:" + name);
        var created = FactTime.at(FRIDAY.minus(Duration.ofDays(30)));
        facts.add(new Account(account, name, Optional.empty(), created));
        for (int number = 0; number < count; number++) {
            var deal = new OpportunityId("test:%s-%d".formatted(name, number));
            var moved = FRIDAY.plus(apart.multipliedBy(number)).plusSeconds(number);
            facts.add(new Opportunity(deal, account, name, Optional.empty(), created));
            facts.add(new FieldChange(deal.ref(), ChangeField.OWNER, owner, created));
            facts.add(new StageChange(deal, "Discovery", Outcome.OPEN, created));
            facts.add(new StageChange(deal, "Proposal", Outcome.OPEN, FactTime.at(moved)));
            facts.add(new StageChange(deal, "Lost", Outcome.LOST, FactTime.at(moved.plusSeconds(600))));
        }
        return facts;
    }

    @Test
    void theColumnsOfAFileAreThoseOfItsLastFinishedImport() {
        neo4j().importMemory().keep(finished("batch-1", 1));
        neo4j().importMemory().keep(finished("batch-2", 2));
        neo4j().importMemory()
                .keep(new FinishedImport(
                        "batch-3", "hubspot", List.of(new SeenColumn("deals.csv", "Id", ColumnType.TEXT)), List.of()));

        assertThat(neo4j().importMemory().lastColumns("hubspot"))
                .containsExactly(
                        new SeenColumn("contacts.csv", "Email", ColumnType.TEXT),
                        new SeenColumn("contacts.csv", "Column 2", ColumnType.NUMBER),
                        new SeenColumn("deals.csv", "Id", ColumnType.TEXT));
        assertThat(neo4j().importMemory().lastColumns("salesforce")).isEmpty();
    }

    @Test
    void whatWasExpectedIsRememberedAsLastJudged() {
        neo4j().importMemory().keep(finished("batch-1", 1));
        neo4j().importMemory().keep(finished("batch-2", 2));
        neo4j().importMemory().keep(finished("batch-2", 2));

        assertThat(neo4j().importMemory().lastJudged(Optional.of("hubspot")))
                .containsExactly(new LastJudged(
                        "batch-2",
                        "hubspot",
                        Instant.parse("2026-06-02T08:00:00Z"),
                        finished("batch-2", 2).expectations()));
        assertThat(neo4j().importMemory().lastJudged(Optional.empty())).hasSize(1);
        assertThat(neo4j().importMemory().lastJudged(Optional.of("hub"))).isEmpty();
    }

    @Test
    void anImportThatIsRememberedLeavesTheDigestAlone() {
        write(RandomWorlds.accountFacts(1));
        var before = neo4j().digest();

        neo4j().importMemory().keep(finished("batch", 1));

        assertThat(neo4j().digest()).isEqualTo(before);
    }

    static FinishedImport finished(String batchId, int number) {
        return new FinishedImport(
                batchId,
                "hubspot",
                List.of(
                        new SeenColumn("contacts.csv", "Email", ColumnType.TEXT),
                        new SeenColumn("contacts.csv", "Column " + number, ColumnType.NUMBER)),
                List.of(
                        new JudgedExpectation(
                                "contacts.csv", "contact", "Email", "is filled", 10, number, false, lines(number)),
                        new JudgedExpectation(
                                "contacts.csv", "contact", "Amount", "lies in 0..", 10, 0, true, List.of())));
    }

    private static List<Long> lines(int count) {
        return LongStream.rangeClosed(2, 1L + count).boxed().toList();
    }
}
