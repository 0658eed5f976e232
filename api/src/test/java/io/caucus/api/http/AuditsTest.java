package io.caucus.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.caucus.api.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The public audits of npm's graphql-http, run by Node where there is one. */
class AuditsTest {

    private static final Path SCRIPTS = Path.of("src", "test", "js");
    private static final Path WORK = Path.of("target", "audits");

    @TempDir
    static Path dataFolder;

    @Test
    void everyAuditPasses() throws Exception {
        assumeTrue(runs(List.of("node", "--version")), "skipped: there is no Node.js to run the audits with");
        assumeTrue(install(), "skipped: npm cannot install graphql-http");

        List<String> results;
        try (var server = TestServer.startWithStory(dataFolder)) {
            results = audit(server);
        }

        assertThat(results).hasSize(61).allMatch(result -> result.startsWith("ok\t"));
    }

    private static boolean install() throws IOException, InterruptedException {
        Files.createDirectories(WORK);
        for (String file : List.of("package.json", ".npmrc", "audit.mjs")) {
            Files.write(WORK.resolve(file), Files.readAllBytes(SCRIPTS.resolve(file)));
        }
        return Files.exists(WORK.resolve("node_modules/graphql-http")) || runs(List.of("npm", "install"));
    }

    private static List<String> audit(TestServer server) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("node", "audit.mjs").directory(WORK.toFile());
        builder.environment().put("URL", server.uri("/graphql").toString());
        builder.environment().put("TOKEN", server.token());
        var process = builder.redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output.lines().toList();
    }

    private static boolean runs(List<String> command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .directory(Files.createDirectories(WORK).toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(120, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
