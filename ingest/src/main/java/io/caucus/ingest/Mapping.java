package io.caucus.ingest;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the columns of any files mean, as its writer says it: the profile {@code generic}. The language is described in {@code
 * docs/mapping.md}. An instance is without mistakes in itself; whether files have its columns is checked against them.
 */
public final class Mapping {

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_SHOWN = 20;

    private final String file;
    private final String text;
    private final String source;
    private final List<MappedFile> files;
    private final Expectations expectations;

    Mapping(String file, String text, String source, List<MappedFile> files, Expectations expectations) {
        this.file = file;
        this.text = text;
        this.source = source;
        this.files = List.copyOf(files);
        this.expectations = expectations;
    }

    /** @throws ImportRefused when there is no such file, or it has mistakes, of which it names all with their lines */
    public static Mapping read(Path path) {
        try {
            if (Files.isRegularFile(path) && Files.size(path) > MOST_BYTES) {
                throw new ImportRefused("mapping '%s' has more than %,d bytes, the most it may have. Name a mapping."
                        .formatted(path, MOST_BYTES));
            }
            return parse(String.valueOf(path.getFileName()), Files.readString(path));
        } catch (CharacterCodingException e) {
            throw new ImportRefused("mapping '%s' is not UTF-8. Save it as UTF-8.".formatted(path));
        } catch (IOException e) {
            throw new ImportRefused("there is no mapping '%s' that can be read. docs/mapping.md shows how to write one."
                    .formatted(path));
        }
    }

    /** @param file what to call it in messages */
    static Mapping parse(String file, String text) {
        var problems = new MappingProblems(file);
        var mapping = MappingReader.read(file, text, problems);
        var found = problems.list();
        if (mapping.isEmpty() || !found.isEmpty()) {
            throw refused(file, found);
        }
        return mapping.get();
    }

    static ImportRefused refused(String file, List<String> problems) {
        var lines = problems.stream().limit(MOST_SHOWN).collect(Collectors.joining("\n  "));
        int more = problems.size() - MOST_SHOWN;
        return new ImportRefused("mapping '%s' cannot be used:\n  %s%s"
                .formatted(file, lines, more > 0 ? "\n  and %d more".formatted(more) : ""));
    }

    /** Its name, without folder. */
    String file() {
        return file;
    }

    String text() {
        return text;
    }

    /** The name of the system: keys begin with it. */
    public String source() {
        return source;
    }

    /** What is expected of the records. */
    Expectations expectations() {
        return expectations;
    }

    List<MappedFile> files() {
        return files;
    }
}
