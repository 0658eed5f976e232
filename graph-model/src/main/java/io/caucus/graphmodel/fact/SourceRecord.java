package io.caucus.graphmodel.fact;

/**
 * Where facts come from: one record of one source, in one version.
 *
 * @param source the system, e.g. {@code hubspot}
 * @param type the kind of record in that system, e.g. {@code contact}
 * @param nativeId the record's id in that system
 * @param contentHash SHA-256 of the record's content in lower-case hex; a changed record is another version
 * @param file the name of the file it was read from, without its folder
 * @param line the line on which it starts, from 1
 */
public record SourceRecord(String source, String type, String nativeId, String contentHash, String file, long line)
        implements Comparable<SourceRecord> {

    /** One version of one record has one key, wherever it is read from. */
    public String key() {
        return "%s:%s:%s:%s".formatted(source, type, nativeId, contentHash.substring(0, 16));
    }

    @Override
    public int compareTo(SourceRecord other) {
        return key().compareTo(other.key());
    }
}
