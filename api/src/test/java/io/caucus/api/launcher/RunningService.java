package io.caucus.api.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caucus.ingest.spool.Position;
import io.caucus.ingest.spool.Spool;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A service in the background, and what its spool tells about it to whoever looks from outside, also when it is dead. */
record RunningService(URI url, ProcessHandle process, Path spool) {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Segments begin with eight bytes that say what they are, frames with length and checksum. */
    private static final Position BEGINNING = new Position(1, 8);

    private static final int FRAME_BYTES = 8;

    /** @param ready what it said when it was ready */
    static RunningService of(String ready, Path dataFolder) {
        try {
            var fields = JSON.readTree(ready);
            return new RunningService(
                    URI.create(fields.get("url").asText()),
                    ProcessHandle.of(fields.get("pid").asLong()).orElseThrow(),
                    dataFolder.resolve("webhooks").resolve("spool"));
        } catch (JsonProcessingException e) {
            throw new AssertionError("it said: " + ready, e);
        }
    }

    /** Kills it so many milliseconds from now; it is an error if it ends before. */
    void killIn(int milliseconds) throws InterruptedException, ExecutionException {
        try {
            process.onExit().get(milliseconds, TimeUnit.MILLISECONDS);
            throw new AssertionError("the service ended before it was killed");
        } catch (TimeoutException itLives) {
            process.destroyForcibly();
            process.onExit().get();
        }
    }

    /** Up to where deliveries are known to be in the graph. */
    Position checkpoint() throws IOException {
        var file = spool.resolve("checkpoint");
        return Files.exists(file)
                ? Position.parse(Files.readString(file).strip()).orElseThrow()
                : BEGINNING;
    }

    /** How many deliveries are on the disk, applied or not. */
    int spooled() throws IOException {
        return spooledFrom(BEGINNING);
    }

    /** How many of them are not known to be in the graph. */
    int waiting() throws IOException {
        return spooledFrom(checkpoint());
    }

    private int spooledFrom(Position from) throws IOException {
        int count = 0;
        var place = from;
        for (var content = Spool.find(spool, place); content.isPresent(); content = Spool.find(spool, place)) {
            place = new Position(place.segment(), place.offset() + FRAME_BYTES + content.get().length);
            count++;
        }
        return count;
    }
}
