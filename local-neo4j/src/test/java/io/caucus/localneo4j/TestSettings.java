package io.caucus.localneo4j;

import java.nio.file.Path;
import java.time.Duration;

/** A small server that starts quickly, from the jars that this module's build lays out. */
final class TestSettings {

    static final Path LIBRARIES = Path.of(System.getProperty("caucus.neo4j.lib"));

    private TestSettings() {}

    static Settings on(Path dataFolder) {
        return Settings.of(dataFolder, LIBRARIES)
                .withQuickStart()
                .withMemory(new Memory(384, 32))
                .withFreeSpace(new FreeSpace(0, 0, 0))
                .withStartLimit(Duration.ofMinutes(3));
    }
}
