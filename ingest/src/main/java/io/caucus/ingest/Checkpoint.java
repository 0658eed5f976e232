package io.caucus.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far an import has come: all that a later run needs to go on as if nothing had happened. Kept as JSON.
 *
 * @param inputs what is read and how, by names for people; a run that differs in one cannot go on
 * @param files those begun so far, the one that is being read last
 * @param place where that one's next row begins
 * @param rows how many of its rows have been read
 * @param refused files that were not read, or not to their end, by their usual names
 * @param usersTold who need not be told again
 * @param learned see {@link Profile#learned}
 * @param rejectsBytes how long the file of rejected rows is
 * @param seconds spent so far
 */
record Checkpoint(
        Map<String, String> inputs,
        Times times,
        List<FileState> files,
        Place place,
        long rows,
        Map<String, RefusedFile> refused,
        List<String> usersTold,
        Map<String, List<String>> learned,
        long rejectsBytes,
        double seconds) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Instants as texts.
     *
     * @param newest as of when all told so far can be seen
     */
    record Times(
            @Nullable String beginning,
            @Nullable String exportedAt,
            @Nullable String newest) {

        static Times of(ExportTimes times, Optional<Instant> newest) {
            return new Times(text(times.beginning()), text(times.exportedAt()), text(newest));
        }

        private static @Nullable String text(Optional<Instant> instant) {
            return instant.map(Instant::toString).orElse(null);
        }

        ExportTimes ofExport() {
            return new ExportTimes(instant(beginning), instant(exportedAt));
        }

        Optional<Instant> newestTold() {
            return instant(newest);
        }

        private static Optional<Instant> instant(@Nullable String text) {
            return Optional.ofNullable(text).map(Instant::parse);
        }
    }

    /** What became of one file so far. */
    record FileState(FileCounts.State counts, List<String> columnsNotRead) {

        static final FileState NOT_BEGUN = new FileState(FileCounts.State.NOTHING, List.of());

        FileState {
            columnsNotRead = List.copyOf(columnsNotRead);
        }
    }

    Checkpoint {
        inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
        files = List.copyOf(files);
        refused = Collections.unmodifiableMap(new TreeMap<>(refused));
        usersTold = List.copyOf(usersTold);
        learned = Collections.unmodifiableMap(new TreeMap<>(learned));
    }

    /** Empty for a text of another form, which another version of this program wrote. */
    static Optional<Checkpoint> parse(String text) {
        try {
            return Optional.of(JSON.readValue(text, Checkpoint.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a checkpoint cannot be written", e);
        }
    }

    /** The same once the batch that was on its way is written. */
    Checkpoint written(long records, long duplicates) {
        var counted = new ArrayList<>(files);
        var last = counted.removeLast();
        counted.add(new FileState(last.counts().written(records, duplicates), last.columnsNotRead()));
        return new Checkpoint(inputs, times, counted, place, rows, refused, usersTold, learned, rejectsBytes, seconds);
    }

    /** The inputs that are others now. */
    List<String> changed(Map<String, String> now) {
        var names = new TreeSet<>(inputs.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .filter(name -> !Optional.ofNullable(inputs.get(name)).equals(Optional.ofNullable(now.get(name))))
                .collect(Collectors.toList());
    }
}
