package io.caucus.api.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/**
 * One run over all accounts that keeps their values in the graph, from its beginning to its end, over as many processes as that takes.
 *
 * <p>A note in the data folder remembers how far it has come: one for each instant that was asked for, and one for the runs that ask
 * for none and so are about the moment they began. Whoever runs holds a lock on it, which the system takes away from a process
 * that is killed.
 */
final class FeatureProgress implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final Path file;
    private final FileChannel channel;

    private FeatureProgress(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * How far a run has come. Accounts are computed in the order of their keys.
     *
     * @param catalogueVersion the definitions that the values were computed by
     * @param graph which graph has them, see {@link OpenGraph#place}
     * @param last the last account whose values the graph has
     * @param accounts how many it has them of
     */
    record Reached(AsOf asOf, String catalogueVersion, String graph, AccountId last, long accounts) {}

    /** {@link Reached} as texts. */
    private record Note(String asOf, String catalogueVersion, String graph, String last, long accounts) {

        static Note of(Reached reached) {
            return new Note(
                    reached.asOf().toString(),
                    reached.catalogueVersion(),
                    reached.graph(),
                    reached.last().value(),
                    reached.accounts());
        }

        Reached reached() {
            return new Reached(new AsOf(Instant.parse(asOf)), catalogueVersion, graph, new AccountId(last), accounts);
        }
    }

    /**
     * @param asked the instant that was asked for, if one was
     * @throws BadInput if the same is being computed at this moment
     */
    static FeatureProgress open(Path dataFolder, Optional<AsOf> asked) {
        var name =
                asked.map(asOf -> Long.toString(asOf.instant().toEpochMilli())).orElse("now");
        var file = dataFolder.resolve("features").resolve(name + ".json");
        try {
            Files.createDirectories(dataFolder.resolve("features"));
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new BadInput(
                        "All accounts are being computed as of %s at this moment, by another process. Wait until it has ended, or stop it and run this again."
                                .formatted(asked.map(AsOf::toString).orElse("now")));
            }
            return new FeatureProgress(file, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("progress note %s cannot be opened".formatted(file), e);
        }
    }

    /**
     * Empty unless a run was ended in the middle; empty as well for a note of another form, and for one that was being written when its
     * run was killed.
     */
    Optional<Reached> reached() {
        try {
            var bytes = Channels.newInputStream(channel.position(0)).readAllBytes();
            return bytes.length == 0
                    ? Optional.empty()
                    : Optional.of(JSON.readValue(bytes, Note.class).reached());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("progress note %s cannot be read".formatted(file), e);
        }
    }

    void reach(Reached reached) {
        try {
            var bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(Note.of(reached)));
            channel.truncate(0).position(0);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("progress note %s cannot be written".formatted(file), e);
        }
    }

    /** What was reached counts no longer. */
    void forget() {
        try {
            channel.truncate(0);
        } catch (IOException e) {
            throw new UncheckedIOException("progress note %s cannot be written".formatted(file), e);
        }
    }

    /** The run is over. */
    void end() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("progress note %s cannot be deleted".formatted(file), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("progress note %s cannot be closed".formatted(file), e);
        }
    }
}
