package io.caucus.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The bytes of a file as its reader wants them, however they are stored. */
sealed interface FileBytes extends Closeable permits FileBytes.Plain, GzipBytes {

    /** @throws BrokenFile when it may not be read or is not there */
    static FileBytes open(Path path) throws BrokenFile {
        try {
            return GzipBytes.isNameOf(path) ? new GzipBytes(path) : new Plain(FileChannel.open(path));
        } catch (AccessDeniedException e) {
            throw new BrokenFile(
                    "the file may not be read by whom this program runs as. Change that and import it again");
        } catch (NoSuchFileException e) {
            throw new BrokenFile("the file is not there. Fetch it again and import it again");
        } catch (IOException e) {
            throw unreadable();
        }
    }

    /** The operating system cannot give the bytes: a disk, a share or a device fails. */
    static BrokenFile unreadable() {
        return new BrokenFile(
                "the operating system cannot read it. Copy it to a disk that can be read and import it again");
    }

    /**
     * @return how many bytes were read, or a negative number at the end
     * @throws BrokenFile when what follows cannot be read or must not be; what was returned before is good
     */
    int read(byte[] buffer, int offset, int length) throws IOException;

    /** Goes on reading at a position among the bytes that {@link #read} returns. */
    void seek(long position) throws IOException;

    /**
     * How far the reading of the file, as it is stored, has come.
     *
     * @param position how many of the bytes returned have been taken
     */
    long storedPosition(long position) throws IOException;

    /** A file whose bytes are stored as they are. */
    record Plain(FileChannel channel) implements FileBytes {

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return channel.read(ByteBuffer.wrap(buffer, offset, length));
            } catch (IOException e) {
                throw unreadable();
            }
        }

        @Override
        public void seek(long position) throws IOException {
            channel.position(position);
        }

        @Override
        public long storedPosition(long position) {
            return position;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
