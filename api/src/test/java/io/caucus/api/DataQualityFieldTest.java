package io.caucus.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The field {@code dataQuality} over HTTP, on an account in memory. */
class DataQualityFieldTest {

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

    private static JsonNode ask(String query) throws Exception {
        return server.answer(query, Map.of());
    }

    @Test
    void everyMeasureComesWithItsMeaningAndItsStatement() throws Exception {
        var answer = ask("""
                { dataQuality { asOf source imports { batch } measures {
                    measure title meaning subject part whole share
                    examples { kind key source { file line } } cypher { statement parameters } } } }
                """);

        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        var measures = answer.at("/data/dataQuality/measures");
        assertThat(measures.size()).isGreaterThan(11);
        assertThat(measures).allSatisfy(measured -> {
            assertThat(measured.get("meaning").asText()).isNotBlank();
            assertThat(measured.at("/cypher/statement").asText()).contains("// access: READ");
            assertThat(measured.at("/cypher/parameters/asOf").asText()).isNotBlank();
        });
    }

    @Test
    void onlyTheMeasuresAskedForAreCounted() throws Exception {
        var answer = ask("""
                { dataQuality(source: "elsewhere") { measures(only: [PEOPLE_WITHOUT_EMAIL]) { measure whole share } } }
                """);

        assertThat(answer.at("/data/dataQuality/measures").toString())
                .isEqualTo("[{\"measure\":\"PEOPLE_WITHOUT_EMAIL\",\"whole\":0,\"share\":null}]");
    }

    @Test
    void aSourceThatIsNoneIsRefused() throws Exception {
        var answer = ask("{ dataQuality(source: \"hubspot:\") { asOf } }");

        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
        assertThat(answer.at("/errors/0/message").asText()).contains("'hubspot:'", "without the colon");
    }
}
