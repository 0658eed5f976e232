package io.caucus.localneo4j;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Another program of ours that uses the server of a folder until it is told to leave, or killed. */
final class OtherProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private OtherProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** What it says of the server, once it has it. */
    record Report(long serverPid, boolean started) {}

    static OtherProcess launch(Path dataFolder) throws IOException, URISyntaxException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var classPath = codeOf(LocalNeo4j.class) + ":" + codeOf(OtherProcess.class);
        var builder = new ProcessBuilder(
                java.toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-Dcaucus.neo4j.lib=" + TestSettings.LIBRARIES,
                "-cp",
                classPath,
                OtherProcess.class.getName(),
                dataFolder.toString());
        return new OtherProcess(
                builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    public static void main(String[] arguments) throws IOException {
        try (var neo4j = LocalNeo4j.start(TestSettings.on(Path.of(arguments[0])))) {
            System.out.println(neo4j.pid() + " " + neo4j.startedByUs());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Waits until it has the server. */
    Report report() throws IOException {
        var words = output.readLine().split(" ", -1);
        return new Report(Long.parseLong(words[0]), Boolean.parseBoolean(words[1]));
    }

    /** Tells it to leave and waits for its end. */
    void leave() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor(2, TimeUnit.MINUTES);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static Path codeOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
