package io.caucus.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rejected rows, one JSON object a line, in the order in which they were read.
 *
 * <p>Holds personal data as the source does, so only its owner may read it. It is written beside its place and moved there when
 * the import ends: a reader sees all of it or the one before.
 */
final class RejectsFile implements Closeable {

    private final Path place;
    private @Nullable Path temporary;
    private @Nullable Writer writer;

    RejectsFile(Path place) {
        this.place = place.toAbsolutePath();
    }

    void add(Reject reject) throws IOException {
        if (writer == null) {
            var folder = place.getParent();
            Files.createDirectories(folder == null ? place : folder);
            // Created readable by its owner only.
            temporary = Files.createTempFile(folder, ".rejects-", ".jsonl");
            writer = Files.newBufferedWriter(temporary);
        }
        writer.write(line(reject));
    }

    private static String line(Reject reject) {
        var row = reject.row();
        return "{\"file\":%s,\"line\":%d,\"column\":%s,\"code\":%s,\"reason\":%s,%s}\n"
                .formatted(
                        quoted(row.file()),
                        row.line(),
                        quoted(reject.column()),
                        quoted(reject.code().name()),
                        quoted(sentence(reject.reason()) + " " + reject.code().nextStep()),
                        original(row));
    }

    private static String sentence(String reason) {
        return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1) + ".";
    }

    /** The row as it was: as text where its bytes are text, else as bytes. */
    private static String original(RawRecord row) {
        try {
            var text = row.charset().newDecoder().decode(ByteBuffer.wrap(row.bytes()));
            return "\"row\":" + quoted(text.toString());
        } catch (CharacterCodingException e) {
            return "\"rowBase64\":" + quoted(Base64.getEncoder().encodeToString(row.bytes()));
        }
    }

    private static String quoted(String text) {
        var json = new StringBuilder(text.length() + 2).append('"');
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            switch (letter) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> appendOther(json, letter);
            }
        }
        return json.append('"').toString();
    }

    private static void appendOther(StringBuilder json, char letter) {
        if (letter < ' ') {
            json.append("\\u%04x".formatted((int) letter));
        } else {
            json.append(letter);
        }
    }

    /** Puts the file in its place; without rejects there is none, not even an earlier one. */
    Optional<Path> finish() throws IOException {
        if (writer == null || temporary == null) {
            Files.deleteIfExists(place);
            return Optional.empty();
        }
        writer.close();
        Files.move(temporary, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        temporary = null;
        return Optional.of(place);
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
        if (temporary != null) {
            Files.deleteIfExists(temporary);
        }
    }
}
