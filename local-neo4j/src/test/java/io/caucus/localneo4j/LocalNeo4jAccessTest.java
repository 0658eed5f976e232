package io.caucus.localneo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.ClientException;

/** Who gets at the server, and what it may reach itself. */
@Tag("neo4j")
class LocalNeo4jAccessTest {

    @TempDir
    static Path temporary;

    static LocalNeo4j neo4j;

    @BeforeAll
    static void start() {
        neo4j = LocalNeo4j.start(TestSettings.on(temporary.resolve("data")));
    }

    @AfterAll
    static void stop() {
        neo4j.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "neo4j", "neo4j/conf", "neo4j/logs"})
    void onlyTheOwnerMayEnterItsFolders(String folder) throws IOException {
        assertThat(permissions(folder)).isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"neo4j/password", "neo4j/connection.properties", "neo4j/conf/neo4j.conf"})
    void onlyTheOwnerMayReadItsSecrets(String file) throws IOException {
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void aStrangerIsRefused() {
        assertThat(neo4j.password()).hasSizeGreaterThanOrEqualTo(32);
        try (var stranger = GraphDatabase.driver(neo4j.uri(), AuthTokens.basic("neo4j", "neo4j"))) {
            assertThatThrownBy(stranger::verifyConnectivity).isInstanceOf(AuthenticationException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "http://127.0.0.1/"})
    void aQueryReadsNeitherFilesNorOtherServers(String address) {
        var load = "LOAD CSV FROM '%s' AS row RETURN count(row) AS n".formatted(address);

        assertThatThrownBy(() -> BoltClient.query(neo4j, load)).isInstanceOf(ClientException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "HUP", "TSTP"})
    void theServerDoesNotHearTheTerminal(String signal) throws Exception {
        new ProcessBuilder("kill", "-" + signal, Long.toString(neo4j.pid()))
                .start()
                .waitFor();

        assertThat(BoltClient.query(neo4j, "RETURN 1 AS n")).isEqualTo(1);
    }

    private static String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(
                Files.getPosixFilePermissions(temporary.resolve("data").resolve(file)));
    }
}
