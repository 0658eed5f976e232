package io.caucus.ingest.stream;

import io.caucus.cypher.GraphUnavailable;
import io.caucus.cypher.Neo4j;
import io.caucus.graphmodel.FactWriter;
import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.stream.StreamMove;
import io.caucus.graphmodel.stream.StreamPartition;
import io.caucus.graphmodel.stream.StreamWriter;
import io.caucus.ingest.webhook.Pending;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;

/** A reader in a process of its own, which dies without any last word when it has written so often, before it polls again. */
final class StreamProcess {

    private StreamProcess() {}

    static Process start(String bootstrap, String topic, Neo4jAddress graph, Path dataFolder, int writes)
            throws Exception {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        StreamProcess.class.getName(),
                        bootstrap,
                        topic,
                        graph.uri().toString(),
                        graph.user(),
                        graph.password(),
                        dataFolder.toString(),
                        Integer.toString(writes))
                .inheritIO()
                .start();
    }

    record Neo4jAddress(URI uri, String user, String password) {}

    public static void main(String[] arguments) throws InterruptedException {
        var clock = Clock.systemUTC();
        var neo4j = Neo4j.open(URI.create(arguments[2]), arguments[3], arguments[4], clock);
        var target = new StreamTarget(
                new Mortal(neo4j.streamWriter(), Integer.parseInt(arguments[6])),
                neo4j.entityDirectory(),
                Pending.in(Path.of(arguments[5])),
                GraphUnavailable.class::isInstance);
        var settings = new StreamSettings(arguments[0], arguments[1], "caucus", FAST);
        var stream = AccountStream.open(settings, target, clock);
        try (stream) {
            new CountDownLatch(1).await();
        }
    }

    /** Small polls, and the group soon notices who has died. */
    static final Map<String, String> FAST = Map.of(
            "max.poll.records", "40",
            "session.timeout.ms", "1500",
            "heartbeat.interval.ms", "300");

    /** Used by the one thread of the stream. */
    private static final class Mortal implements StreamWriter {

        private final StreamWriter writer;
        private int left;

        Mortal(StreamWriter writer, int left) {
            this.writer = writer;
            this.left = left;
        }

        @Override
        public OptionalLong findNext(StreamPartition partition) {
            return writer.findNext(partition);
        }

        @Override
        public FactWriter.Written write(String batchId, List<SourcedFacts> batch, StreamMove move) {
            var written = writer.write(batchId, batch, move);
            left--;
            if (left == 0) {
                Runtime.getRuntime().halt(9);
            }
            return written;
        }
    }
}
