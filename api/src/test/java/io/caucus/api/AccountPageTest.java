package io.caucus.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.caucus.api.assessment.AccountAssessment;
import io.caucus.api.assessment.AccountAssessments;
import io.caucus.api.graphql.GraphPorts;
import io.caucus.cypher.NamedStatement;
import io.caucus.cypher.Neo4j;
import io.caucus.features.FeatureCatalogue;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.scoring.RuleModel;
import io.caucus.testkit.AccountStory;
import io.caucus.testkit.Neo4jServer;
import io.caucus.testkit.RandomWorlds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way: facts in a real Neo4j, asked for over HTTP. */
@Tag("neo4j")
class AccountPageTest {

    private static final int ACCOUNTS = 60;
    private static final int BATCH = 500;
    private static final String ACME = AccountStory.account().id().value();

    @TempDir
    static Path dataFolder;

    private static final List<NamedStatement> ROUND_TRIPS = new CopyOnWriteArrayList<>();
    private static Neo4j neo4j;
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        var database = Neo4jServer.shared();
        database.wipe();
        neo4j = Neo4j.open(
                        database.uri(),
                        database.user(),
                        database.password(),
                        InstantSource.fixed(RandomWorlds.NOW),
                        ROUND_TRIPS::add)
                .patient();
        neo4j.migrate();
        neo4j.prepare();
        neo4j.factWriter()
                .write("story", RandomWorlds.sourced(AccountStory.of("""
                ana: VP ENGINEERING
                bo: MANAGER FINANCE
                cy: DIRECTOR PROCUREMENT
                di: CXO FINANCE
                ana forwards to bo, cy, di 6d ago
                bo replies 5d ago
                ana, bo meet with us 4d ago
                cy visits 3d ago
                deal enters Proposal 40d ago
                ana is CHAMPION on deal 30d ago
                """).facts()));
        writeCrowd();
        var ports = GraphPorts.of(neo4j);
        keepScores(ports);
        server = TestServer.start(dataFolder, ports);
        readMarket();
    }

    /** For the first who asks, and counted for nobody. */
    private static void readMarket() throws Exception {
        server.answer(queryOfTheGuide(), Map.of("id", ACME));
    }

    private static void writeCrowd() {
        var records = RandomWorlds.sourced(RandomWorlds.accounts(1, ACCOUNTS));
        for (int from = 0; from < records.size(); from += BATCH) {
            neo4j.factWriter().write("crowd", records.subList(from, Math.min(records.size(), from + BATCH)));
        }
    }

    private static void keepScores(GraphPorts ports) {
        var assessed = new ArrayList<AccountAssessment>();
        new AccountAssessments(ports.graph(), FeatureCatalogue.standard(), RuleModel.shipped())
                .forEach(new AsOf(RandomWorlds.NOW), assessed::add);
        ports.assessments().keep(assessed.stream().map(AccountAssessment::kept).toList());
    }

    @AfterAll
    static void stop() {
        Optional.ofNullable(server).ifPresent(TestServer::close);
        Optional.ofNullable(neo4j).ifPresent(Neo4j::close);
    }

    @BeforeEach
    void forget() {
        ROUND_TRIPS.clear();
    }

    @Test
    void theGuidesQueryIsAnsweredWithReasonsThatAddUp() throws Exception {
        var answer = server.answer(queryOfTheGuide(), Map.of("id", ACME));

        assertThat(answer.findPath("errors").isMissingNode())
                .as(answer.toString())
                .isTrue();
        var score = answer.at("/data/account/score");
        assertThat(score.at("/contributions/nodes").size()).isEqualTo(5);
        assertThat(score.at("/contributions/nodes/0/sentence").asText()).endsWith(".");
        assertThat(sumOfPoints())
                .isEqualTo(
                        score.get("probability").asDouble() - score.get("base").asDouble(), within());
        var evidence = score.findPath("evidence").at("/nodes/0");
        assertThat(evidence.at("/subgraph/nodes").size()).isPositive();
        assertThat(evidence.at("/source/0/system").asText()).isNotEmpty();
        assertThat(answer.at("/data/account/committee/graph/nodes").size()).isEqualTo(5);
    }

    @Test
    void theNodesOfEvidenceAreNodesOfTheCommittee() throws Exception {
        var answer = server.answer(queryOfTheGuide(), Map.of("id", ACME));

        var committee = new HashSet<String>();
        answer.at("/data/account/committee/graph/nodes")
                .forEach(node -> committee.add(node.get("id").asText()));
        answer.findValues("subgraph")
                .forEach(subgraph -> subgraph.get("nodes").forEach(node -> {
                    if (node.get("kind").asText().equals("Person")) {
                        assertThat(committee).contains(node.get("id").asText());
                    }
                }));
    }

    @Test
    void anAccountPageTakesNineRoundTrips() throws Exception {
        server.answer(queryOfTheGuide(), Map.of("id", ACME));

        assertThat(ROUND_TRIPS).as(ROUND_TRIPS.toString()).hasSize(9);
    }

    @Test
    void fiftyAccountsTakeAsManyRoundTripsAsTen() throws Exception {
        var query = """
                query ($first: Int!) { accounts(first: $first) { totalCount nodes {
                  name headcount storedScore { ... on StoredScore { probability } }
                  score { ... on Score { probability contributions(first: 1) { nodes { evidence(first: 1) {
                    nodes { source { recordId } } } } } } }
                  committee { members { person { name title } } } } } }
                """;

        ROUND_TRIPS.clear();
        var ten = server.answer(query, Map.of("first", 10));
        var tripsForTen = ROUND_TRIPS.size();
        ROUND_TRIPS.clear();
        var fifty = server.answer(query, Map.of("first", 50));

        assertThat(ten.at("/data/accounts/nodes").size()).as(ten.toString()).isEqualTo(10);
        assertThat(fifty.at("/data/accounts/nodes").size()).as(fifty.toString()).isEqualTo(50);
        assertThat(ROUND_TRIPS).as(ROUND_TRIPS.toString()).hasSize(tripsForTen).hasSize(9);
    }

    @Test
    void walkingThePagesMeetsEveryAccountOnce() throws Exception {
        for (String order : List.of("SCORE", "NAME")) {
            var keys = new ArrayList<String>();
            @Nullable String after = null;
            do {
                var page = page(order, after);
                page.get("nodes").forEach(node -> keys.add(node.get("key").asText()));
                after = page.at("/pageInfo/hasNextPage").asBoolean()
                        ? page.at("/pageInfo/endCursor").asText()
                        : null;
            } while (after != null);

            assertThat(keys).as(order).doesNotHaveDuplicates().hasSize(ACCOUNTS + 1);
        }
    }

    @Test
    void aCursorOfOneOrderIsRefusedInAnother() throws Exception {
        var cursor = page("NAME", null).at("/pageInfo/endCursor").asText();

        var answer = server.answer(
                "query ($after: String) { accounts(first: 7, orderBy: SCORE, after: $after) { totalCount } }",
                Map.of("after", cursor));

        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void whatWasNotYetKnownIsNotThere() throws Exception {
        var answer = server.answer(
                "query ($id: ID!) { account(id: $id, asOf: \"2026-05-27T00:00:00Z\") { timeline { totalCount } } }",
                Map.of("id", ACME));

        assertThat(answer.at("/data/account/timeline/totalCount").asInt()).isEqualTo(1);
    }

    @Test
    void theCommitteeTellsItsStageAndWhatChangedIt() throws Exception {
        var committee = server.answer(queryOfTheGuide("query CommitteePast"), Map.of("id", ACME))
                .at("/data/account/committee");

        var latest = committee.at("/transitions/0");
        assertThat(latest.get("to")).as(committee.toString()).isEqualTo(committee.get("stage"));
        assertThat(latest.get("at")).isEqualTo(committee.get("stageSince"));
        assertThat(latest.get("causes")).isNotEmpty();
        assertThat(committee.get("transitions"))
                .last()
                .satisfies(first -> assertThat(first.get("from").isNull()).isTrue());
    }

    @Test
    void theCommitteeTellsWhoIsLikelyOnEmptySeats() throws Exception {
        var answer = server.answer("""
                query ($id: ID!) { account(id: $id) { committee { stageConfidence liveCompleteness threadRedundancy
                  seats { role required live likely { person { name } probability stated } }
                  missingSeats { role live } } } }
                """, Map.of("id", ACME)).at("/data/account/committee");

        var champion = seat(answer, "CHAMPION");
        assertThat(champion.at("/likely/0/person/name").asText()).isEqualTo("ana");
        assertThat(champion.at("/likely/0/probability").asDouble()).isBetween(0.5, 1.0);
        assertThat(champion.at("/likely/0/stated").asBoolean()).isTrue();
        assertThat(answer.get("missingSeats")).isNotEmpty().allSatisfy(missing -> {
            assertThat(missing.get("live").asDouble()).isLessThan(0.5);
            assertThat(seat(answer, missing.get("role").asText())
                            .get("required")
                            .asInt())
                    .isPositive();
        });
    }

    @Test
    void anEmptySeatTellsWhoCouldIntroduceUs() throws Exception {
        var missing = server.answer("""
                query ($id: ID!) { account(id: $id) { committee { missingSeats { role
                  likely { person { id } } warmPath { people { id kind label } strength } } } } }
                """, Map.of("id", ACME)).at("/data/account/committee/missingSeats");

        var found = StreamSupport.stream(missing.spliterator(), false)
                .filter(seat -> !seat.get("warmPath").isNull())
                .toList();
        assertThat(found).as(missing.toString()).isNotEmpty().allSatisfy(seat -> {
            var people = seat.at("/warmPath/people");
            assertThat(people.get(0).get("kind").asText()).isEqualTo("User");
            assertThat(people.get(0).get("label").asText()).isEqualTo("Sam Seller");
            assertThat(people.get(people.size() - 1).get("id")).isEqualTo(seat.at("/likely/0/person/id"));
            assertThat(seat.at("/warmPath/strength").asDouble()).isBetween(0.01, 0.99);
        });
    }

    private static JsonNode seat(JsonNode committee, String role) {
        for (JsonNode seat : committee.get("seats")) {
            if (seat.get("role").asText().equals(role)) {
                return seat;
            }
        }
        throw new AssertionError("no seat %s in %s".formatted(role, committee));
    }

    @Test
    void thePastOfACommitteeHasABound() throws Exception {
        var answer = server.answer(
                "query ($id: ID!) { account(id: $id) { committee { transitions(days: 366) { to } } } }",
                Map.of("id", ACME));

        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
        assertThat(answer.at("/errors/0/message").asText()).contains("days is 366, must be between 1 and 365");
    }

    @Test
    void everyGlobalIdLeadsBack() throws Exception {
        var answer = server.answer("""
                query ($id: ID!) { account(id: $id) { id committee { members { person { id } } } } features { id } }
                """, Map.of("id", ACME));

        for (JsonNode id : answer.findValues("id")) {
            var node = server.answer("query ($id: ID!) { node(id: $id) { id } }", Map.of("id", id.asText()));
            assertThat(node.at("/data/node/id")).as(node.toString()).isEqualTo(id);
        }
    }

    @Test
    void peopleAndAccountsAreFoundByTheStartOfTheirName() throws Exception {
        var answer = server.answer("""
                { search(text: "acm", first: 5) { __typename ... on Account { key name domain } ... on Person { name } } }
                """, Map.of());

        assertThat(answer.at("/data/search/0/key").asText())
                .as(answer.toString())
                .isEqualTo(ACME);
    }

    @Test
    void theServiceTellsItsClock() throws Exception {
        var service = server.answer(
                        "{ service { asOf fixedAsOf newestFactAt catalogueVersion modelVersion } }", Map.of())
                .at("/data/service");

        assertThat(service.get("fixedAsOf").asText()).isEqualTo(RandomWorlds.NOW.toString());
        assertThat(service.get("newestFactAt").isNull()).isFalse();
    }

    private static JsonNode page(String order, @Nullable String after) throws Exception {
        var variables = new HashMap<String, Object>(Map.of("order", order));
        if (after != null) {
            variables.put("after", after);
        }
        var answer = server.answer("""
                query ($order: AccountOrder!, $after: String) {
                  accounts(first: 7, orderBy: $order, after: $after) {
                    nodes { key } pageInfo { hasNextPage endCursor } } }
                """, variables);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/accounts");
    }

    private static double sumOfPoints() throws Exception {
        var all = server.answer(
                "query ($id: ID!) { account(id: $id) { score { ... on Score { contributions(first: 100) { nodes { points } } } } } }",
                Map.of("id", ACME));
        double sum = 0;
        for (JsonNode points : all.findValues("points")) {
            sum += points.asDouble();
        }
        return sum;
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-9);
    }

    private static String queryOfTheGuide() throws Exception {
        return queryOfTheGuide("query AccountPage");
    }

    /** A query as it stands in the guide, so that the guide cannot lie. */
    private static String queryOfTheGuide(String beginning) throws Exception {
        var guide = Files.readString(Path.of(System.getProperty("caucus.root"), "docs", "api.md"));
        int start = guide.indexOf("```graphql\n" + beginning) + "```graphql\n".length();
        return guide.substring(start, guide.indexOf("```", start));
    }
}
