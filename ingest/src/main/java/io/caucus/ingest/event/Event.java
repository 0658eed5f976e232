package io.caucus.ingest.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.caucus.graphmodel.fact.SourceRecord;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One thing that a system says has happened.
 *
 * @param source the system, as keys begin with it: {@code hubspot}
 * @param type the kind of event, in the system's own word: {@code company.propertyChange}
 * @param id what tells it apart from every other of its source and type, and is the same whenever it is delivered again
 */
public record Event(String source, String type, String id, EventMeaning meaning) {

    /** Longer ones are told by their hash: a key must stay short enough to be one. */
    private static final int LONGEST_READABLE_ID = 120;

    /**
     * Where its facts come from. An event has one version: delivered again under the same identity it is the same, whatever a
     * redelivery counts or stamps on it.
     *
     * @param file the delivery that brought it
     * @param line its place in the delivery, from 1
     */
    public SourceRecord record(String file, long line) {
        var hash = hash(id);
        return new SourceRecord(source, type, isReadable() ? id : hash, hash, file, line);
    }

    private boolean isReadable() {
        return id.length() <= LONGEST_READABLE_ID && id.chars().noneMatch(Character::isISOControl);
    }

    private static String hash(String id) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
