package io.caucus.localneo4j;

import io.caucus.localneo4j.LocalNeo4jException.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How much of the disk must be free before a server is started on it. On a full disk Neo4j fails commits and reads alike, and
 * needs a restart even after space is made, so it is better not to begin.
 *
 * @param leastBytes below this, never
 * @param leastShare below this share of the disk, not either
 * @param enoughBytes from here on the share does not matter: a tenth of a large disk is more than anybody keeps free
 */
public record FreeSpace(long leastBytes, double leastShare, long enoughBytes) {

    private static final double GIBIBYTE = 1L << 30;

    /** 1 GiB and a tenth of the disk, or 10 GiB. */
    public static final FreeSpace DEFAULT = new FreeSpace(1L << 30, 0.1, 10L << 30);

    public FreeSpace {
        if (!(leastShare >= 0 && leastShare <= 1) || leastBytes > enoughBytes) {
            throw new IllegalArgumentException("free space of %d bytes and share %s, or %d bytes: the share must lie in"
                            .formatted(leastBytes, leastShare, enoughBytes)
                    + " [0, 1] and the first number not exceed the last");
        }
    }

    void check(Path folder) {
        try {
            var disk = Files.getFileStore(folder);
            check(folder, disk.getUsableSpace(), disk.getTotalSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(Path folder, long free, long total) {
        if (free < leastBytes || (free < enoughBytes && free < leastShare * total)) {
            throw new LocalNeo4jException(Problem.DISK_NEARLY_FULL, """
                    The disk that holds %s has %s GiB free of %s; a database needs %s GiB and %.0f %% of the disk, or %s GiB. \
                    Free some space, or choose a data folder on another disk.""".formatted(
                            folder,
                            gibibytes(free),
                            gibibytes(total),
                            gibibytes(leastBytes),
                            100 * leastShare,
                            gibibytes(enoughBytes)));
        }
    }

    private static String gibibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / GIBIBYTE);
    }
}
