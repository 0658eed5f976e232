package io.caucus.scoring.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The lines of {@code changelog.jsonl}. Nothing in it is ever written over or taken away: a line that was cut short when its process
 * was killed stays where it is, and the line after it says so.
 *
 * @param unfinished bytes after the last line that was written to its end; empty if there are none
 * @param isTerminated whether the file ends with the end of a line
 */
record ChangeLog(List<LogEntry> entries, Unfinished unfinished, boolean isTerminated) {

    static final String FILE = "changelog.jsonl";

    /** What was being written when its process ended. */
    record Unfinished(int bytes, String sha256) {}

    private static final Unfinished NOTHING = new Unfinished(0, Bytes.sha256(new byte[0]));

    /** @throws RegistryRefused if a line is not the one that was written */
    static ChangeLog read(Path file, FileChannel channel) throws IOException {
        var bytes = new byte[Math.toIntExact(channel.size())];
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, buffer.position()) < 0) {
                break;
            }
        }
        return of(file, Arrays.copyOf(bytes, buffer.position()));
    }

    static ChangeLog of(Path file, byte[] bytes) {
        var entries = new ArrayList<LogEntry>();
        int line = 0;
        int cutLine = 0;
        int cutFrom = -1;
        for (int from = 0; from < bytes.length; ) {
            int to = endOfLine(bytes, from);
            line++;
            var piece = Arrays.copyOfRange(bytes, from, to);
            var entry = LogLine.read(piece, entries.size() + 1, lastHash(entries));
            if (entry.isPresent()) {
                if (!told(entry.get()).equals(cutFrom < 0 ? NOTHING : unfinished(bytes, cutFrom, from - 1))) {
                    throw changed(file, cutFrom < 0 ? line : cutLine);
                }
                entries.add(entry.get());
                cutFrom = -1;
            } else if (LogLine.isWhole(piece)) {
                throw changed(file, cutFrom < 0 ? line : cutLine);
            } else if (cutFrom < 0) {
                cutFrom = from;
                cutLine = line;
            }
            from = to + 1;
        }
        boolean isTerminated = bytes.length == 0 || bytes[bytes.length - 1] == '\n';
        return new ChangeLog(
                entries,
                cutFrom < 0 ? NOTHING : unfinished(bytes, cutFrom, isTerminated ? bytes.length - 1 : bytes.length),
                isTerminated);
    }

    private static int endOfLine(byte[] bytes, int from) {
        int to = from;
        while (to < bytes.length && bytes[to] != '\n') {
            to++;
        }
        return to;
    }

    private static Unfinished unfinished(byte[] bytes, int from, int to) {
        return new Unfinished(to - from, Bytes.sha256(Arrays.copyOfRange(bytes, from, to)));
    }

    /** What an entry says was cut short before it: just that must be there, and nothing where it says nothing. */
    private static Unfinished told(LogEntry entry) {
        return entry.change() instanceof Change.CutShort cut ? new Unfinished(cut.bytes(), cut.sha256()) : NOTHING;
    }

    private static RegistryRefused changed(Path file, int line) {
        return new RegistryRefused(
                "line %d of %s is not the one that was written there, or one before it was taken out: its hash does not fit. Restore the file from a backup"
                        .formatted(line, file));
    }

    private static String lastHash(List<LogEntry> entries) {
        return entries.isEmpty() ? LogLine.BEFORE_ALL : entries.getLast().hash();
    }

    Optional<Unfinished> findUnfinished() {
        return Optional.of(unfinished).filter(its -> its.bytes() > 0);
    }

    /** Writes what happened to the end of the file, and returns the log with it once it is on the disk. */
    ChangeLog append(Path file, FileChannel channel, UserName by, Instant at, Change change) throws IOException {
        var text = new ByteArrayOutputStream();
        if (!isTerminated) {
            text.write('\n');
        }
        var number = entries.size() + 1;
        var previous = lastHash(entries);
        if (findUnfinished().isPresent()) {
            var told = LogLine.write(
                    number, previous, at, by, new Change.CutShort(unfinished.bytes(), unfinished.sha256()));
            text.writeBytes(told);
            text.write('\n');
            previous = LogLine.read(told, number, previous).orElseThrow().hash();
            number++;
        }
        text.writeBytes(LogLine.write(number, previous, at, by, change));
        text.write('\n');
        var left = ByteBuffer.wrap(text.toByteArray());
        for (long place = channel.size(); left.hasRemaining(); ) {
            place += channel.write(left, place);
        }
        channel.force(true);
        return read(file, channel);
    }
}
