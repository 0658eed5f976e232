package io.caucus.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.identity.Merge;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Seniority;
import io.caucus.testkit.RandomMerges;
import io.caucus.testkit.RandomWorlds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One company and one person, told by two systems; the worked example of docs/identity.md. */
@Tag("neo4j")
class IdentityTest {

    private static final FactTime THEN = FactTime.at(RandomWorlds.NOW.minus(Duration.ofDays(10)));
    private static final FactTime LATER = FactTime.at(RandomWorlds.NOW.minus(Duration.ofDays(2)));
    private static final int STEPS = 16;
    private static final Pattern BLOCK = Pattern.compile("```(graphql|json)\n(.*?)```", Pattern.DOTALL);
    private static final String MERGE = """
            mutation ($a: ID!, $b: ID!, $key: String!) {
              mergeRecords(input: {a: $a, b: $b, reason: "same address", idempotencyKey: $key}) {
                result { one other canonical rule undoneAt } userErrors { code field message } } }
            """;
    private static final String UNMERGE = MERGE.replace("mergeRecords", "unmergeRecords");

    @TempDir
    Path dataFolder;

    private ServedGraph graph;

    @BeforeEach
    void start() {
        graph = ServedGraph.holding("two systems", RandomWorlds.sourced(facts()), dataFolder);
    }

    @AfterEach
    void stop() {
        graph.close();
    }

    private static List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        told(facts, "hubspot", "eva", "Ana.Lopez@gmail.com", List.of("Web", "Webinar"));
        told(facts, "salesforce", "tom", "analopez+crm@gmail.com", List.of("Partner"));
        return facts;
    }

    private static void told(List<Fact> facts, String source, String owner, String email, List<String> leadSources) {
        var account = new AccountId(source + ":1");
        var person = new PersonId(source + ":p1");
        facts.add(new Account(account, "Acme", Optional.of("acme.com"), THEN));
        facts.add(new Person(person, "Ana Lopez", Optional.of(email), THEN));
        facts.add(new Employment(
                person, account, Optional.of("CTO"), JobFunction.ENGINEERING, Seniority.CXO, THEN, Optional.empty()));
        facts.add(new FieldChange(account.ref(), ChangeField.OWNER, source + ":" + owner, THEN));
        facts.add(new FieldChange(account.ref(), ChangeField.OWNER, source + ":" + owner, LATER));
        leadSources.forEach(name -> facts.add(new FieldChange(person.ref(), ChangeField.LEAD_SOURCE, name, THEN)));
        facts.add(new Engagement(
                new EngagementId(source + ":e1"),
                account,
                EngagementKind.REPLY,
                ActorSide.BUYER,
                List.of(person),
                List.of(),
                List.of(),
                Optional.empty(),
                THEN));
    }

    @Test
    void theGuidesExampleIsWhatHappens() throws Exception {
        var guide = Files.readString(Path.of(System.getProperty("caucus.root"), "docs", "identity.md"));
        var blocks = BLOCK.matcher(guide).results().map(match -> match.group(2)).toList();

        for (int question = 0; question < blocks.size(); question += 2) {
            assertThat(graph.server().answer(blocks.get(question), Map.of()).get("data"))
                    .isEqualTo(new ObjectMapper()
                            .readTree(blocks.get(question + 1))
                            .get("data"));
        }
        assertThat(blocks).hasSize(4);
    }

    @Test
    void partingRestoresDigestAndAnswers() throws Exception {
        var digest = graph.neo4j().digest();
        var before = committee("hubspot:1");

        decide(MERGE, "hubspot:1", "salesforce:1", "1");
        decide(MERGE, "hubspot:p1", "salesforce:p1", "2");

        assertThat(graph.neo4j().digest()).isNotEqualTo(digest);
        assertThat(committee("salesforce:1").toString())
                .contains("\"key\":\"hubspot:1\"", "\"key\":\"hubspot:p1\"", "\"recentActions\":2")
                .doesNotContain("\"person\":{\"key\":\"salesforce:p1\"");
        assertThat(graph.server()
                        .answer("{ accounts(first: 5) { totalCount } }", Map.of())
                        .at("/data/accounts/totalCount")
                        .asInt())
                .isEqualTo(1);

        decide(UNMERGE, "salesforce:1", "hubspot:1", "3");
        decide(UNMERGE, "salesforce:p1", "hubspot:p1", "4");
        assertThat(graph.neo4j().digest()).isEqualTo(digest);
        assertThat(committee("hubspot:1")).isEqualTo(before);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 3);
    }

    /** Accounts and people, merged and parted as it comes: what stands after each step has one digest, and no other has the same. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anySequenceOfMergesAndPartingsRestoresEveryEarlierDigest(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        var facts = RandomWorlds.accounts(seed, 3);
        graph.neo4j().factWriter().write("random", RandomWorlds.sourced(facts));
        var standing = new TreeSet<String>();
        var digests = new HashMap<Set<String>, String>();
        digests.put(Set.of(), graph.neo4j().digest());

        for (Merge step : RandomMerges.sequence(seed, facts, STEPS)) {
            var key = step.decided().idempotencyKey();
            boolean isParting = step.undone().isPresent();
            boolean isOtherWayRound = random.nextBoolean();
            var a = (isOtherWayRound ? step.other() : step.one()).key();
            var b = (isOtherWayRound ? step.one() : step.other()).key();
            var payload = decide(isParting ? UNMERGE : MERGE, a, b, isParting ? "end of " + key : key);
            assertThat(payload.at("/userErrors")).isEmpty();
            if (isParting) {
                standing.remove(key);
            } else {
                standing.add(key);
            }
            var digest = graph.neo4j().digest();
            assertThat(digests.computeIfAbsent(Set.copyOf(standing), first -> digest))
                    .isEqualTo(digest);
        }

        assertThat(digests.values()).doesNotHaveDuplicates();
    }

    @Test
    void everySourceOfALeadIsKeptAndListedAfterAMerge() throws Exception {
        decide(MERGE, "hubspot:p1", "salesforce:p1", "1");

        var people = committee("salesforce:1").at("/data/account/committee/members");

        assertThat(people.size()).isEqualTo(1);
        assertThat(people.at("/0/person/records").findValuesAsText("key"))
                .containsExactly("hubspot:p1", "salesforce:p1");
        assertThat(people.at("/0/person/records").findValuesAsText("name"))
                .containsExactly("Web", "Webinar", "Partner");
    }

    @Test
    void ownersWhoDisagreeAreShownWithTheDayTheyBegan() throws Exception {
        assertThat(conflicts("hubspot:1")).isEmpty();

        decide(MERGE, "hubspot:1", "salesforce:1", "1");

        assertThat(conflicts("salesforce:1"))
                .extracting(conflict -> "%s says %s since %s"
                        .formatted(
                                conflict.at("/record").asText(),
                                conflict.at("/owner").asText(),
                                conflict.at("/since").asText()))
                .containsExactly(
                        "hubspot:1 says hubspot:eva since 2026-05-22T12:00:00Z",
                        "salesforce:1 says salesforce:tom since 2026-05-22T12:00:00Z");
    }

    private JsonNode conflicts(String account) throws Exception {
        return graph.server()
                .answer(
                        "query ($id: ID!) { how(entity: $id) { ownershipConflicts { record owner since } } }",
                        Map.of("id", account))
                .at("/data/how/ownershipConflicts");
    }

    @Test
    void refusalsNameTheFieldAndTheRule() throws Exception {
        decide(MERGE, "hubspot:1", "salesforce:1", "1");

        assertThat(code(decide(MERGE, "salesforce:1", "hubspot:1", "2"))).isEqualTo("ALREADY_MERGED b");
        assertThat(code(decide(MERGE, "hubspot:1", "hubspot:1", "3"))).isEqualTo("SAME_RECORD b");
        assertThat(code(decide(MERGE, "hubspot:1", "hubspot:p1", "4"))).isEqualTo("DIFFERENT_KINDS b");
        assertThat(code(decide(MERGE, "nobody:1", "hubspot:1", "5"))).isEqualTo("NOT_FOUND a");
        assertThat(code(decide(UNMERGE, "hubspot:p1", "salesforce:p1", "6"))).isEqualTo("NOT_MERGED b");
        assertThat(code(decide(MERGE, "hubspot:p1", "salesforce:p1", "1")))
                .isEqualTo("IDEMPOTENCY_KEY_USED idempotencyKey");
        assertThat(code(decide(MERGE, "hubspot:p1", "salesforce:p1", " "))).isEqualTo("BAD_VALUE idempotencyKey");
        assertThat(decide(MERGE, "hubspot:1", "salesforce:1", "1")
                        .at("/result/canonical")
                        .asText())
                .as("the same decision, sent again")
                .isEqualTo("hubspot:1");
    }

    private static String code(JsonNode payload) {
        assertThat(payload.at("/result").isNull()).as(payload.toString()).isTrue();
        return payload.at("/userErrors/0/code").asText() + " "
                + payload.at("/userErrors/0/field").asText();
    }

    private JsonNode decide(String document, String a, String b, String key) throws Exception {
        var answer = graph.server().answer(document, Map.of("a", a, "b", b, "key", key));
        return answer.at("/data").iterator().next();
    }

    private JsonNode committee(String account) throws Exception {
        return graph.server().answer("""
                query ($id: ID!) { account(id: $id) { key name timeline { totalCount } committee { members {
                  recentActions person { key name title records { key leadSources { name } } } } } } }
                """, Map.of("id", account));
    }
}
