package io.caucus.localneo4j;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the server lives and what it may take. A server that already runs on the folder is joined as it is, whatever port
 * and memory are asked for.
 *
 * @param dataFolder ours; made if it is not there
 * @param serverLibraries the folder with the server's jars and nothing else
 * @param javaHome of the Java that runs the server, 21 or newer
 * @param boltPort on loopback; 0 takes the port this folder had last, or any free one
 * @param quickStart starts in three quarters of the time, runs slower later and never plans a statement anew: for tests
 * @param startLimit how long the server may take until it answers
 * @param stopLimit how long it may take to stop before it is killed
 */
public record Settings(
        Path dataFolder,
        Path serverLibraries,
        Path javaHome,
        int boltPort,
        Memory memory,
        FreeSpace freeSpace,
        boolean quickStart,
        Duration startLimit,
        Duration stopLimit) {

    public Settings {
        if (boltPort < 0 || boltPort > 65_535) {
            throw new IllegalArgumentException("port is %d, must lie in [0, 65535]".formatted(boltPort));
        }
        if (!startLimit.isPositive() || !stopLimit.isPositive()) {
            throw new IllegalArgumentException(
                    "limits to start %s and to stop %s must be positive".formatted(startLimit, stopLimit));
        }
    }

    /** Any port, memory by the size of the machine, the Java we run on, a minute to start and ten seconds to stop. */
    public static Settings of(Path dataFolder, Path serverLibraries) {
        return new Settings(
                dataFolder,
                serverLibraries,
                Path.of(System.getProperty("java.home")),
                0,
                Memory.forThisMachine(),
                FreeSpace.DEFAULT,
                false,
                Duration.ofSeconds(60),
                Duration.ofSeconds(10));
    }

    public Settings withJavaHome(Path other) {
        return new Settings(
                dataFolder, serverLibraries, other, boltPort, memory, freeSpace, quickStart, startLimit, stopLimit);
    }

    public Settings withBoltPort(int port) {
        return new Settings(
                dataFolder, serverLibraries, javaHome, port, memory, freeSpace, quickStart, startLimit, stopLimit);
    }

    public Settings withMemory(Memory other) {
        return new Settings(
                dataFolder, serverLibraries, javaHome, boltPort, other, freeSpace, quickStart, startLimit, stopLimit);
    }

    public Settings withFreeSpace(FreeSpace least) {
        return new Settings(
                dataFolder, serverLibraries, javaHome, boltPort, memory, least, quickStart, startLimit, stopLimit);
    }

    /** The same, with a quick start if the system property {@code caucus.neo4j.quick} is {@code true}, as it is where tests start programs. */
    public Settings asTheSystemSays() {
        return Boolean.getBoolean("caucus.neo4j.quick") ? withQuickStart() : this;
    }

    public Settings withQuickStart() {
        return new Settings(
                dataFolder, serverLibraries, javaHome, boltPort, memory, freeSpace, true, startLimit, stopLimit);
    }

    public Settings withStartLimit(Duration limit) {
        return new Settings(
                dataFolder, serverLibraries, javaHome, boltPort, memory, freeSpace, quickStart, limit, stopLimit);
    }

    /** How long to wait for another process that starts or stops the server on this folder, by the same limits. */
    Duration patience() {
        return startLimit.plus(stopLimit).plus(stopLimit);
    }
}
