package io.caucus.api.cli;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which process serves a data folder, as its note {@code serving.json} in that folder says. A note whose process is gone,
 * or whose process id now belongs to another program, counts as none.
 *
 * @param url where the page is
 * @param pid of the process that serves
 * @param startedAt when that process began: tells it from a later one with the same id
 * @param clock the instant the clock was stopped at
 */
record Serving(String url, long pid, Instant startedAt, Optional<Instant> clock) {

    private static final String NOTE = "serving.json";
    private static final JsonMapper JSON = JsonMapper.createDefault();

    static Serving byThisProcess(String url, Optional<Instant> clock) {
        var self = ProcessHandle.current();
        return new Serving(url, self.pid(), startOf(self), clock);
    }

    static Optional<Serving> in(Path dataFolder) {
        var note = dataFolder.resolve(NOTE);
        if (!Files.isRegularFile(note)) {
            return Optional.empty();
        }
        try {
            var fields = JSON.readValue(Files.readAllBytes(note), Argument.mapOf(String.class, String.class));
            return Optional.of(read(fields)).filter(serving -> serving.process().isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The instant at which the clock of a service that runs stands still, so that both see what is decided; else now. */
    static Instant now(Path dataFolder) {
        return in(dataFolder).flatMap(Serving::clock).orElseGet(Clock.systemUTC()::instant);
    }

    private static Serving read(Map<String, String> fields) {
        return new Serving(
                fields.getOrDefault("url", ""),
                Long.parseLong(fields.getOrDefault("pid", "-1")),
                Instant.parse(fields.getOrDefault("startedAt", Instant.EPOCH.toString())),
                Optional.ofNullable(fields.get("clock")).map(Instant::parse));
    }

    String graphql() {
        return url + "graphql";
    }

    /** The process, if it is still the one that wrote the note. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(process -> startOf(process).equals(startedAt));
    }

    void writeTo(Path dataFolder) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("url", url);
        fields.put("pid", Long.toString(pid));
        fields.put("startedAt", startedAt.toString());
        clock.ifPresent(instant -> fields.put("clock", instant.toString()));
        try {
            var draft = dataFolder.resolve(NOTE + ".draft");
            Files.write(draft, JSON.writeValueAsBytes(fields));
            move(draft, dataFolder.resolve(NOTE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void removeFrom(Path dataFolder) {
        try {
            Files.deleteIfExists(dataFolder.resolve(NOTE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
