package io.caucus.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.SourceRecord;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One line of one file, and the way from a fact to it and back. */
@Tag("neo4j")
class LineageTest {

    private static final Pattern BLOCK =
            Pattern.compile("## Where it comes from\n.*?```graphql\n(.*?)```\n\n```json\n(.*?)```", Pattern.DOTALL);
    private static final FactTime THEN = FactTime.at(Instant.parse("2026-03-02T10:00:00Z"));
    private static final SourceRecord RECORD =
            new SourceRecord("hubspot", "contact", "7", "0123456789abcdef".repeat(4), "contacts.csv", 12);

    @TempDir
    Path dataFolder;

    private ServedGraph graph;

    @BeforeEach
    void start() {
        graph = ServedGraph.holding("2026-03-03 contacts", List.of(new SourcedFacts(RECORD, facts())), dataFolder);
    }

    @AfterEach
    void stop() {
        graph.close();
    }

    private static List<Fact> facts() {
        var account = new AccountId("hubspot:1");
        var person = new PersonId("hubspot:7");
        return List.of(
                new Account(account, "Acme", Optional.of("acme.com"), THEN),
                new Person(person, "Ana Lopez", Optional.empty(), THEN),
                new Employment(
                        person,
                        account,
                        Optional.of("CTO"),
                        JobFunction.ENGINEERING,
                        Seniority.CXO,
                        THEN,
                        Optional.empty()));
    }

    @Test
    void theGuidesExampleIsWhatHappens() throws Exception {
        var guide = Files.readString(Path.of(System.getProperty("caucus.root"), "docs", "api.md"));
        var example = BLOCK.matcher(guide).results().toList();

        assertThat(example).hasSize(1);
        assertThat(graph.server().answer(example.getFirst().group(1), Map.of()).get("data"))
                .isEqualTo(
                        new ObjectMapper().readTree(example.getFirst().group(2)).get("data"));
    }

    @Test
    void everyEndLeadsOn() throws Exception {
        var record = graph.server()
                .answer(
                        "query ($id: ID!) { lineage(id: $id) { facts { from { id key } } } }",
                        Map.of("id", RECORD.key()));
        var ends = record.findValuesAsText("id");

        assertThat(ends).hasSize(3);
        for (String id : ends) {
            assertThat(graph.server()
                            .answer(
                                    "query ($id: ID!) { lineage(id: $id) { facts { record { id line } } } }",
                                    Map.of("id", id))
                            .findValuesAsText("line"))
                    .isNotEmpty()
                    .containsOnly("12");
        }
    }

    @Test
    void whatIsNotThereHasNoLineage() throws Exception {
        var answer = graph.server().answer("{ lineage(id: \"hubspot:contact:8:0123456789abcdef\") { key } }", Map.of());

        assertThat(answer.at("/data/lineage").isNull()).isTrue();
        assertThat(answer.has("errors")).isFalse();
    }
}
