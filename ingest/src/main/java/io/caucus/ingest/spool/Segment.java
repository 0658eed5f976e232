package io.caucus.ingest.spool;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** The format of segment files: eight bytes that say what it is, then frames. */
final class Segment {

    static final int HEADER_BYTES = 8;
    static final int FRAME_BYTES = 8;

    /** Longer frames are never written, so a length beyond it is damage and no reason to take memory. */
    static final int MOST_CONTENT_BYTES = 4 << 20;

    private static final byte[] MAGIC = "CAUCUSQ1".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern NAME = Pattern.compile("(\\d{16})\\.segment");

    private Segment() {}

    static Path file(Path folder, long number) {
        return folder.resolve("%016d.segment".formatted(number));
    }

    /** The numbers of the segments in a folder, ascending. */
    static List<Long> numbers(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(String.valueOf(file.getFileName())))
                    .filter(Matcher::matches)
                    .map(name -> Long.valueOf(name.group(1)))
                    .sorted()
                    .toList();
        }
    }

    static void writeHeader(FileChannel channel) throws IOException {
        writeFully(channel, ByteBuffer.wrap(MAGIC), 0);
    }

    static ByteBuffer frame(byte[] content) {
        var frame = ByteBuffer.allocate(FRAME_BYTES + content.length);
        frame.putInt(content.length).putInt(checksum(content)).put(content);
        return frame.flip();
    }

    static void writeFully(FileChannel channel, ByteBuffer bytes, long offset) throws IOException {
        long at = offset;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    /** The record whose frame starts at an offset; empty when no whole and undamaged one does. */
    static Optional<byte[]> read(FileChannel channel, long offset) throws IOException {
        var head = ByteBuffer.allocate(FRAME_BYTES);
        if (!isFilled(channel, head, offset)) {
            return Optional.empty();
        }
        int length = head.flip().getInt();
        int expected = head.getInt();
        if (length < 0 || length > MOST_CONTENT_BYTES) {
            return Optional.empty();
        }
        var content = ByteBuffer.allocate(length);
        if (!isFilled(channel, content, offset + FRAME_BYTES)) {
            return Optional.empty();
        }
        return checksum(content.array()) == expected ? Optional.of(content.array()) : Optional.empty();
    }

    /** Where the last whole frame ends; what follows was being written when the process ended. 0 when not even the header is whole. */
    static long soundLength(FileChannel channel) throws IOException {
        var magic = ByteBuffer.allocate(HEADER_BYTES);
        if (!isFilled(channel, magic, 0) || !Arrays.equals(magic.array(), MAGIC)) {
            return 0;
        }
        long end = HEADER_BYTES;
        for (var content = read(channel, end); content.isPresent(); content = read(channel, end)) {
            end += FRAME_BYTES + content.get().length;
        }
        return end;
    }

    static List<Spooled> readFrom(Path folder, Position from, long end, int mostRecords, long mostBytes)
            throws IOException {
        var records = new ArrayList<Spooled>();
        long offset = from.offset();
        long bytes = 0;
        try (var channel = FileChannel.open(file(folder, from.segment()))) {
            while (offset < end && records.size() < mostRecords && bytes < mostBytes) {
                var place = new Position(from.segment(), offset);
                var content = read(channel, offset)
                        .orElseThrow(() -> new EOFException(
                                "spool '%s' is damaged at %s: the disk does not hold what was written. Move that segment away to go on with the next one; what it holds behind this place is lost."
                                        .formatted(folder, place)));
                offset += FRAME_BYTES + content.length;
                bytes += content.length;
                records.add(new Spooled(place, content, new Position(from.segment(), offset)));
            }
        }
        return records;
    }

    private static boolean isFilled(FileChannel channel, ByteBuffer bytes, long offset) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Over the length, too: a frame of zeros, as a crash may leave them, is none. */
    private static int checksum(byte[] content) {
        var checksum = new CRC32C();
        checksum.update(
                ByteBuffer.allocate(Integer.BYTES).putInt(content.length).flip());
        checksum.update(content);
        return (int) checksum.getValue();
    }
}
