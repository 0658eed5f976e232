package io.caucus.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Collection;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What tells one import from another: the bytes of its files and what they are read by, under names for people.
 *
 * <p>A file is known by the SHA-256 of all its bytes. Size and date would miss an edit that keeps them, and a hash of the beginning
 * one further down; all of it costs a second or two for a gigabyte, which takes minutes to import.
 */
final class Inputs {

    private Inputs() {}

    /** @param extractor the name and version of what reads words for signals */
    static SortedMap<String, String> of(ImportRequest request, Collection<Path> files, String extractor) {
        var inputs = new TreeMap<String, String>();
        inputs.put(
                "the mapping",
                request.mapping().map(mapping -> hash(mapping.text())).orElse(""));
        inputs.put(
                "the time of the export",
                request.exportedAt().map(Object::toString).orElse(""));
        inputs.put("what reads signals", extractor);
        for (Path file : files) {
            inputs.put(String.valueOf(file.getFileName()), hash(file));
        }
        return inputs;
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(Keys.sha256().digest(text.getBytes(UTF_8)));
    }

    /** One that cannot be read is refused later on, by name; once it can be, it is another file. */
    private static String hash(Path file) {
        var hash = Keys.sha256();
        try (var bytes = new DigestInputStream(Files.newInputStream(file), hash)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            return "unreadable";
        }
        return HexFormat.of().formatHex(hash.digest());
    }
}
