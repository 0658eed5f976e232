package io.caucus.ingest;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How a file of rows is written, told by its name; compressed or not. */
enum FileForm {
    CSV(
            List.of(".csv"),
            "The header has",
            "Export the file again with this column; columns are separated by commas, semicolons or tabs."),
    /** One JSON object a line. */
    JSON_LINES(List.of(".jsonl", ".ndjson"), "Its first rows have", "Export the file again with this column.");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> suffixes;

    private final String whereColumnsStand;
    private final String whenOneIsMissing;

    FileForm(List<String> suffixes, String whereColumnsStand, String whenOneIsMissing) {
        this.suffixes = suffixes;
        this.whereColumnsStand = whereColumnsStand;
        this.whenOneIsMissing = whenOneIsMissing;
    }

    /** The form of a file; what has no suffix we know is taken for CSV. */
    static FileForm of(String file) {
        var bare = withoutGzip(file.toLowerCase(Locale.ROOT));
        return JSON_LINES.suffixes.stream().anyMatch(bare::endsWith) ? JSON_LINES : CSV;
    }

    /** What a file may be called that a profile calls so, the likeliest first: other forms of it, each plain or compressed. */
    static List<String> namesOf(String usualName) {
        var bare = withoutGzip(usualName.toLowerCase(Locale.ROOT));
        var stem = Stream.of(FileForm.values())
                .flatMap(form -> form.suffixes.stream())
                .filter(bare::endsWith)
                .findFirst()
                .map(suffix -> bare.substring(0, bare.length() - suffix.length()));
        var others = stem.stream()
                .flatMap(name -> Stream.of(FileForm.values())
                        .flatMap(form -> form.suffixes.stream())
                        .map(name::concat));
        return Stream.concat(Stream.of(bare), others)
                .distinct()
                .flatMap(name -> Stream.of(name, name + GzipBytes.SUFFIX))
                .toList();
    }

    private static String withoutGzip(String name) {
        return name.endsWith(GzipBytes.SUFFIX) ? name.substring(0, name.length() - GzipBytes.SUFFIX.length()) : name;
    }

    String whenOneIsMissing() {
        return whenOneIsMissing;
    }

    /** The beginning of a sentence: {@code The header has}. */
    String whereColumnsStand() {
        return whereColumnsStand;
    }
}
