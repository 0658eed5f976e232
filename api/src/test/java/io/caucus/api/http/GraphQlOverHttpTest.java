package io.caucus.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.api.TestServer;
import io.caucus.testkit.AccountStory;
import io.caucus.testkit.RandomWorlds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphQlOverHttpTest {

    @TempDir
    static Path dataFolder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.startWithStory(dataFolder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aMutationIsNeverRunByGet() throws Exception {
        var answer = get("mutation { __typename }");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
        assertThat(answer.body()).contains("OPERATION_NOT_ALLOWED");
    }

    @Test
    void aQueryIsRunByGet() throws Exception {
        assertThat(get("{ __typename }").body())
                .isEqualTo(
                        "{\"data\":{\"__typename\":\"Query\"},\"extensions\":{\"cost\":{\"requested\":0.0,\"actual\":0.0,\"limit\":1000}}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/graphql"})
    void whatABrowserSendsUnaskedIsRefused(String contentType) throws Exception {
        var answer = server.send(authorised("/graphql?query=%7B__typename%7D")
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString("{\"query\":\"{__typename}\"}")));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).doesNotContain("\"data\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "identity"})
    void encodedBodiesAreRefusedUnread(String encoding) throws Exception {
        var answer = server.send(authorised("/graphql")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", encoding)
                .POST(BodyPublishers.ofByteArray(gzip("{\"query\":\"{__typename}\"}"))));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("Content-Encoding");
    }

    @Test
    void aBodyOverOneMebibyteIsRefused() throws Exception {
        var answer = post("{\"query\":\"{__typename}\",\"variables\":{\"pad\":\"" + "x".repeat(1 << 20) + "\"}}");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("1 MiB");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {                                        | The body must be JSON.
            []                                       | The body must be a JSON object.
            {"query":1}                              | 'query' must be a string
            {"query":"{a}","variables":[]}           | 'variables' must be a JSON object.
            {"query":"{a}","operationName":{}}       | 'operationName' must be a string
            {"query":"{a}","extensions":"x"}         | 'extensions' must be a JSON object.
            {"query":"{a}","query":"{b}"}            | The body must be JSON.
            """)
    void aRequestThatIsNoneIsToldWhy(String body, String rule) throws Exception {
        var answer = post(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(rule, "BAD_USER_INPUT");
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            { __typename                                  | GRAPHQL_PARSE_FAILED      | 400
            { nothingOfTheKind }                          | GRAPHQL_VALIDATION_FAILED | 400
            { accounts(first: 0) { totalCount } }         | BAD_USER_INPUT            | 200
            { accounts(first: 101) { totalCount } }       | BAD_USER_INPUT            | 200
            { account(id: "story:none") { name } }        | NOT_FOUND                 | 200
            { search(text: " ", first: 1) { __typename } } | BAD_USER_INPUT           | 200
            { node(id: "nonsense") { id } }               | BAD_USER_INPUT            | 200
            { account(id: "a", asOf: "yesterday") { id } } | GRAPHQL_VALIDATION_FAILED | 400
            subscription { __typename }                   | OPERATION_NOT_ALLOWED     | 400
            """)
    void everyFailureHasACodeOfTheClosedList(String query, String code, int status) throws Exception {
        var answer = server.send(authorised("/graphql")
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json")
                .POST(BodyPublishers.ofString("{\"query\":\"" + query.replace("\"", "\\\"") + "\"}")));

        assertThat(answer.body()).contains("\"code\":\"" + code + "\"", "\"requestId\":\"");
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void hostileDocumentsAreRefusedSmallAndFast() throws Exception {
        for (String document : new String[] {
            "{" + "__typename ".repeat(3_000) + "}",
            "# " + "x".repeat(20_001) + "\n{__typename}",
            "{" + "account(id:\"a\"){".repeat(13) + "id" + "}".repeat(13) + "}",
            "{".repeat(200),
            "{__typename " + "@skip(if:false)".repeat(1_000) + "}",
            "{__typename " + "@nothing".repeat(1_000) + "}",
        }) {
            var answer = post(new String(Json.write(Map.of("query", document)), StandardCharsets.UTF_8));

            assertThat(answer.body()).doesNotContain("\"data\"").hasSizeLessThan(4_096);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { accounts(first: 100) { nodes { score { ... on Score { contributions(first: 100) { nodes { evidence(first: 100) { totalCount } } } } } } } } | up to 1,000,000 items of one kind, at most 10,000
            { accounts(first: 100) { nodes { committee { transitions(days: 365) { to } } } } } | would cost 4260, at most 1000
            { accounts(first: 100) { edges { node { score { __typename } committee { breadth } } } } } | would cost 1110, at most 1000
            """)
    void whatWouldCostTooMuchIsRefusedBeforeAnythingIsRead(String document, String why) throws Exception {
        var answer = server.post(document, Map.of());

        assertThat(answer.body())
                .contains("TOO_COMPLEX", why)
                .doesNotContain("\"data\"")
                .hasSizeLessThan(4_096);
    }

    @Test
    void manyAliasesAndRootFieldsAreRefused() throws Exception {
        var roots = server.post("{ " + aliased("service { version }", 21) + " }", Map.of());
        var aliases = server.post(
                "{ service { version } ...More } fragment More on Query { features { " + aliased("title", 31) + " } }",
                Map.of());

        assertThat(roots.body()).contains("TOO_COMPLEX", "asks 21 root fields, at most 20");
        assertThat(aliases.body()).contains("TOO_COMPLEX", "gives 31 fields another name, at most 30");
    }

    private static String aliased(String field, int times) {
        return IntStream.range(0, times)
                .mapToObj(number -> "a" + number + ": " + field)
                .collect(Collectors.joining(" "));
    }

    @Test
    void anAnswerTellsWhatItCostAndWhatItMight() throws Exception {
        var answer = server.answer("""
                query ($first: Int!) { accounts(first: $first) { totalCount nodes { name
                  score { ... on Score { contributions(first: 100) { nodes { points } } } } } } }
                """, Map.of("first", 40));

        var cost = answer.at("/extensions/cost");
        double accounts = answer.at("/data/accounts/nodes").size();
        double contributions =
                answer.at("/data/accounts/nodes/0/score/contributions/nodes").size();
        assertThat(accounts).isEqualTo(1);
        assertThat(cost.get("requested").asDouble()).isEqualTo(10 + 5 + 40 * (1 + 5) + 40 * 100 * 0.1);
        assertThat(cost.get("actual").asDouble()).isEqualTo(10 + 5 + 1 + 5 + contributions * 0.1, within(0.01));
        assertThat(cost.get("limit").asInt()).isEqualTo(1000);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"PORTFOLIO", "ACCOUNT", "EVIDENCE", "TIMELINE"})
    void theQuestionsOfOurPagesCostLittle(String name) throws Exception {
        var script = new String(
                Objects.requireNonNull(GraphQlOverHttpTest.class.getResourceAsStream("/ui/queries.js"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        var question = script.split("export const " + name + " = `", -1)[1].split("`", -1)[0];

        var answer = server.answer(
                question,
                Map.of(
                        "id",
                        AccountStory.account().id().value(),
                        "asOf",
                        RandomWorlds.NOW.toString(),
                        "orderBy",
                        "SCORE",
                        "first",
                        50));

        assertThat(answer.findPath("errors").isMissingNode())
                .as(answer.toString())
                .isTrue();
        assertThat(answer.at("/extensions/cost/requested").asDouble()).isBetween(1.0, 500.0);
    }

    @Test
    void variablesThatDoNotFitAreToldOfByTheEngine() throws Exception {
        var answer = server.answer(
                "query ($first: Int!) { accounts(first: $first) { totalCount } }", Map.of("first", "many"));

        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void aQueryDeeperThanTwelveIsTooComplex() throws Exception {
        var answer = server.post("""
                { accounts(first: 1) { nodes { committee { members { person { account { committee { members { person {
                    account { committee { members { person { name } } } } } } } } } } } } } }
                """, Map.of());

        assertThat(answer.body()).contains("TOO_COMPLEX").doesNotContain("\"data\"");
    }

    @Test
    void theIntrospectionOfAnEditorIsAnswered() throws Exception {
        var answer = server.answer("""
                { __schema { types { name fields { name args { name type { kind ofType { kind ofType { kind ofType {
                    kind ofType { kind ofType { kind ofType { kind } } } } } } } } type { name } } } } }
                """, Map.of());

        assertThat(answer.findPath("errors").isMissingNode()).isTrue();
        assertThat(answer.findPath("types").size()).isGreaterThan(30);
    }

    @Test
    void anAddressThatIsNoneIsToldOfInOurWords() throws Exception {
        var answer = server.send(authorised("/nowhere"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("NOT_FOUND", "/graphql").doesNotContain("micronaut", "_links");
    }

    @Test
    void theQueryEditorComesFromOurOwnJars() throws Exception {
        var page = server.send(authorised("/graphiql")).body();

        assertThat(page).doesNotContain("//");
        for (String file : new String[] {
            "/graphiql.js",
            "/graphiql.css",
            "/webjars/graphiql/2.4.7/graphiql.min.js",
            "/webjars/graphiql/2.4.7/graphiql.min.css",
            "/webjars/react/18.3.1/umd/react.production.min.js",
            "/webjars/react-dom/18.3.1/umd/react-dom.production.min.js"
        }) {
            assertThat(server.send(authorised(file)).statusCode()).as(file).isEqualTo(200);
        }
    }

    private static HttpResponse<String> get(String query) throws IOException, InterruptedException {
        return server.send(authorised("/graphql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
    }

    private static HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return server.send(authorised("/graphql")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder authorised(String path) {
        return server.request(path).header("Authorization", "Bearer " + server.token());
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
