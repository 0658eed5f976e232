package io.caucus.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.caucus.ingest.RejectedImport.HeaderLine;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a rejects file is written: one JSON object a line, the import first and then its rejected rows. */
final class RejectsFormat {

    private static final String NAME = "caucus-rejects";
    private static final int VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** A line that is none of the format. The message is safe to show: it repeats nothing of the line. */
    static final class NotOfTheFormat extends Exception {

        private static final long serialVersionUID = 1L;

        NotOfTheFormat(String message) {
            super(message);
        }
    }

    private record ImportLine(
            String format,
            int version,
            String profile,
            @Nullable String mappingFile,
            @Nullable String mapping,
            @Nullable String beginning,
            @Nullable String exportedAt,
            List<HeaderLine> files) {}

    private record RejectLine(
            String file,
            String record,
            long line,
            String column,
            RejectCode code,
            String reason,
            @Nullable String row,
            @Nullable String rowBase64,
            @Nullable String corrected,
            @Nullable String correctedAt,
            @Nullable String replayedAt) {}

    private RejectsFormat() {}

    static String line(RejectedImport origin) {
        return written(new ImportLine(
                NAME,
                VERSION,
                origin.profile(),
                origin.mapping().map(Mapping::file).orElse(null),
                origin.mapping().map(Mapping::text).orElse(null),
                text(origin.times().beginning()),
                text(origin.times().exportedAt()),
                origin.files()));
    }

    static String line(KeptReject reject) {
        return written(new RejectLine(
                reject.file(),
                reject.record(),
                reject.line(),
                reject.column(),
                reject.code(),
                reject.reason(),
                reject.row().orElse(null),
                reject.rowBase64().orElse(null),
                reject.correction().map(KeptReject.Correction::row).orElse(null),
                text(reject.correction().map(KeptReject.Correction::at)),
                text(reject.replayedAt())));
    }

    private static String written(Object line) {
        try {
            return JSON.writeValueAsString(line) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of a rejects file cannot be written", e);
        }
    }

    private static @Nullable String text(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse(null);
    }

    static RejectedImport readImport(String line) throws NotOfTheFormat {
        var read = read(line, ImportLine.class);
        if (!NAME.equals(read.format()) || read.version() != VERSION) {
            throw new NotOfTheFormat("it must begin with format %s, version %d".formatted(NAME, VERSION));
        }
        try {
            var times = new ExportTimes(instant(read.beginning()), instant(read.exportedAt()));
            return new RejectedImport(read.profile(), mapping(read), times, read.files());
        } catch (DateTimeException | NullPointerException e) {
            throw new NotOfTheFormat("profile, files or a time is missing or misspelt");
        }
    }

    private static Optional<Mapping> mapping(ImportLine read) {
        return Optional.ofNullable(read.mapping())
                .map(text ->
                        Mapping.parse(Optional.ofNullable(read.mappingFile()).orElse("mapping"), text));
    }

    static KeptReject readReject(String line) throws NotOfTheFormat {
        var read = read(line, RejectLine.class);
        if (isAnyMissing(read)) {
            throw new NotOfTheFormat("file, record, column, code or reason is missing");
        }
        try {
            return new KeptReject(
                    read.file(),
                    read.record(),
                    read.line(),
                    read.column(),
                    read.code(),
                    read.reason(),
                    Optional.ofNullable(read.row()),
                    Optional.ofNullable(read.rowBase64()),
                    correction(read),
                    instant(read.replayedAt()));
        } catch (DateTimeException e) {
            throw new NotOfTheFormat("a time is misspelt");
        } catch (IllegalArgumentException e) {
            throw new NotOfTheFormat(String.valueOf(e.getMessage()));
        }
    }

    /** Jackson leaves null what a line does not have, whatever the type says. */
    @SuppressWarnings("NullAway")
    private static boolean isAnyMissing(RejectLine read) {
        return read.file() == null
                || read.record() == null
                || read.column() == null
                || read.code() == null
                || read.reason() == null;
    }

    private static Optional<KeptReject.Correction> correction(RejectLine read) {
        return Optional.ofNullable(read.corrected())
                .map(row -> new KeptReject.Correction(
                        row,
                        instant(read.correctedAt())
                                .orElseThrow(() -> new IllegalArgumentException("a correction has no time"))));
    }

    private static Optional<Instant> instant(@Nullable String text) {
        return Optional.ofNullable(text).map(Instant::parse);
    }

    private static <T> T read(String line, Class<T> type) throws NotOfTheFormat {
        try {
            return JSON.readValue(line, type);
        } catch (JsonProcessingException e) {
            throw new NotOfTheFormat("it is cut off or was changed, and is no such JSON object");
        }
    }

    static KeptReject kept(String record, Reject reject) {
        var raw = reject.row();
        var text = text(raw);
        return new KeptReject(
                raw.file(),
                record,
                raw.line(),
                reject.column(),
                reject.code(),
                inWords(reject),
                text,
                text.isPresent()
                        ? Optional.empty()
                        : Optional.of(Base64.getEncoder().encodeToString(raw.bytes())),
                Optional.empty(),
                Optional.empty());
    }

    /** The row as text, if its bytes are text. */
    static Optional<String> text(RawRecord row) {
        try {
            return Optional.of(row.charset()
                    .newDecoder()
                    .decode(ByteBuffer.wrap(row.bytes()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static String inWords(Reject reject) {
        var reason = reject.reason();
        return "%s%s. %s"
                .formatted(
                        reason.substring(0, 1).toUpperCase(Locale.ROOT),
                        reason.substring(1),
                        reject.code().nextStep());
    }
}
