package io.caucus.ingest;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;

/** How a file's bytes spell characters, told by the byte order mark it begins with; UTF-8 without one. */
enum FileEncoding {
    PLAIN_UTF_8(UTF_8, 1, 0),
    MARKED_UTF_8(UTF_8, 1, 3),
    LITTLE_ENDIAN_UTF_16(UTF_16LE, 2, 2),
    BIG_ENDIAN_UTF_16(UTF_16BE, 2, 2);

    /** Enough bytes to tell. */
    static final int LONGEST_MARK = 3;

    private final Charset charset;
    private final int unitBytes;
    private final int markBytes;

    FileEncoding(Charset charset, int unitBytes, int markBytes) {
        this.charset = charset;
        this.unitBytes = unitBytes;
        this.markBytes = markBytes;
    }

    static FileEncoding of(byte[] start, int length) {
        if (length >= 3 && at(start, 0) == 0xEF && at(start, 1) == 0xBB && at(start, 2) == 0xBF) {
            return MARKED_UTF_8;
        }
        if (length >= 2 && at(start, 0) == 0xFF && at(start, 1) == 0xFE) {
            return LITTLE_ENDIAN_UTF_16;
        }
        if (length >= 2 && at(start, 0) == 0xFE && at(start, 1) == 0xFF) {
            return BIG_ENDIAN_UTF_16;
        }
        return PLAIN_UTF_8;
    }

    Charset charset() {
        return charset;
    }

    /** Bytes of one code unit: separators, quotes and line ends are exactly one unit each. */
    int unitBytes() {
        return unitBytes;
    }

    int markBytes() {
        return markBytes;
    }

    /** The code unit whose bytes begin at an index. */
    int unit(byte[] bytes, int index) {
        return switch (this) {
            case PLAIN_UTF_8, MARKED_UTF_8 -> at(bytes, index);
            case LITTLE_ENDIAN_UTF_16 -> at(bytes, index) | (at(bytes, index + 1) << 8);
            case BIG_ENDIAN_UTF_16 -> (at(bytes, index) << 8) | at(bytes, index + 1);
        };
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xFF;
    }
}
