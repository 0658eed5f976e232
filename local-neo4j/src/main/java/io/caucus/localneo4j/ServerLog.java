package io.caucus.localneo4j;

import io.caucus.localneo4j.LocalNeo4jException.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads from what a server wrote why it died or does not answer. */
final class ServerLog {

    private static final int LAST_LINES = 12;
    private static final int MOST_BYTES = 64 * 1024;

    private static final Pattern ERROR =
            Pattern.compile("\"time\":\"([^\"]+)\",\"level\":\"ERROR\",[^\\n]*?\"message\":\"([^\"]+)\"");

    /** A word in the log, what it means, and what to do. */
    private record Cause(Pattern sign, Problem problem, String inPlainWords) {

        Cause(String sign, Problem problem, String inPlainWords) {
            this(Pattern.compile(sign), problem, inPlainWords);
        }
    }

    private static final List<Cause> CAUSES = List.of(
            new Cause(
                    "Address already in use",
                    Problem.PORT_TAKEN,
                    "another program took its port first. Choose another port, or 0 for any free one."),
            new Cause(
                    "No space left on device|Disk quota exceeded",
                    Problem.DISK_NEARLY_FULL,
                    "the disk is full. Free some space and start again; what was acknowledged is safe."),
            new Cause(
                    "store_lock|FileLockException",
                    Problem.FOLDER_LOCKED,
                    "another server has its files open. Stop that one, or choose another data folder."),
            new Cause(
                    "AccessDeniedException|Permission denied",
                    Problem.FOLDER_NOT_WRITABLE,
                    "it may not write its files. Give this user the right to, or choose another data folder."),
            new Cause(
                    "maximum heap|object heap|insufficient memory|Cannot allocate memory|OutOfMemoryError",
                    Problem.DIED_DURING_START,
                    "Java did not get the memory it was to take. Ask for another amount, or end other programs."));

    private ServerLog() {}

    /** @param logBefore the length that the server's log had before this start */
    static LocalNeo4jException explainDeath(DataFolder folder, long logBefore) {
        var lines = lastLines(folder.console(), 0) + lastLines(folder.serverLog(), logBefore);
        var cause = CAUSES.stream()
                .filter(known -> known.sign.matcher(lines).find())
                .findFirst()
                .orElse(new Cause(
                        "", Problem.DIED_DURING_START, "see its last lines and %s.".formatted(folder.logs())));
        return new LocalNeo4jException(
                cause.problem,
                "The database in %s ended before it was ready: %s\n%s"
                        .formatted(folder.path(), cause.inPlainWords, lines));
    }

    static LocalNeo4jException explainSilence(DataFolder folder, Connection connection, Duration limit) {
        return new LocalNeo4jException(Problem.NOT_ANSWERING, """
                The database in %s (process %d) does not answer on port %d within %.1f s. Allow more time, or end that process \
                and start again. Its last error, if any, in %s:
                %s""".formatted(
                        folder.path(),
                        connection.server().pid(),
                        connection.port(),
                        limit.toMillis() / 1000.0,
                        folder.debugLog(),
                        lastError(folder.debugLog())));
    }

    private static String lastError(Path debugLog) {
        return ERROR.matcher(tail(debugLog, 0))
                .results()
                .map(error -> "  %s %s\n".formatted(error.group(1), error.group(2)))
                .reduce("", (earlier, later) -> later);
    }

    static long length(Path log) {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** The last lines written after the first {@code skip} bytes; none if there is no such file. */
    static String lastLines(Path log, long skip) {
        var lines = tail(log, skip).lines().filter(line -> !line.isBlank()).toList();
        return lines.stream()
                .skip(Math.max(0, lines.size() - LAST_LINES))
                .map(line -> "  " + line + "\n")
                .collect(Collectors.joining());
    }

    private static String tail(Path log, long skip) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.min(file.length(), Math.max(skip, file.length() - MOST_BYTES));
            var bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException noLog) {
            return "";
        }
    }
}
