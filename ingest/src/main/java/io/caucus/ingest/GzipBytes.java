package io.caucus.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that a file compressed with gzip (RFC 1952) stands for, a buffer at a time.
 *
 * <p>A few kilobytes can stand for gigabytes (DEFLATE, RFC 1951, shrinks by at most 1032 to 1). A file may stand for {@link
 * #MOST_TIMES_LARGER} times its own size and {@link #ALWAYS_ALLOWED_BYTES} on top; tables of a CRM shrink by 5 to 20.
 */
final class GzipBytes implements FileBytes {

    static final int MOST_TIMES_LARGER = 100;
    static final long ALWAYS_ALLOWED_BYTES = 64L << 20;
    static final String SUFFIX = ".gz";

    /** What is read at once and would be lost with a piece that turns out to be damaged. */
    private static final int PIECE_BYTES = 1 << 12;

    private final FileChannel channel;
    private final long mostBytes;
    private @Nullable GZIPInputStream stream;
    private long expanded;

    GzipBytes(Path path) throws IOException {
        channel = FileChannel.open(path);
        mostBytes = ALWAYS_ALLOWED_BYTES + MOST_TIMES_LARGER * channel.size();
    }

    static boolean isNameOf(Path path) {
        return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).endsWith(SUFFIX);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int got = stream().read(buffer, offset, Math.min(length, PIECE_BYTES));
            expanded += Math.max(got, 0);
            refuseTooMuch();
            return got;
        } catch (EOFException e) {
            throw new BrokenFile("the compressed data is cut off. Fetch the file again and import it again");
        } catch (ZipException e) {
            throw new BrokenFile("the compressed data is damaged or no gzip. Fetch the file again and import it again");
        } catch (BrokenFile e) {
            throw e;
        } catch (IOException e) {
            throw FileBytes.unreadable();
        }
    }

    private GZIPInputStream stream() throws IOException {
        if (stream == null) {
            stream = new GZIPInputStream(Channels.newInputStream(channel), PIECE_BYTES);
        }
        return stream;
    }

    private void refuseTooMuch() throws BrokenFile {
        if (expanded > mostBytes) {
            throw new BrokenFile(
                    "it expands to more than %d bytes, %d times its own size and %d MB on top, the most it may. If it is meant to, expand it and import the CSV file"
                            .formatted(mostBytes, MOST_TIMES_LARGER, ALWAYS_ALLOWED_BYTES >> 20));
        }
    }

    /** Begins anew: compressed data can only be read from its start. */
    @Override
    public void seek(long position) throws IOException {
        channel.position(0);
        stream = null;
        expanded = 0;
        stream().skipNBytes(position);
        expanded = position;
    }

    @Override
    public long storedPosition(long position) throws IOException {
        return channel.position();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
