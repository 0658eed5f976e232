package io.caucus.world;

import java.time.Instant;

/**
 * What decides a world, to the bit.
 *
 * @param accounts how many; the first {@value #STORY_ACCOUNTS} are the ones with a story
 * @param end the last instant at which anything happens or becomes known
 */
public record WorldSettings(long seed, int accounts, Instant end) {

    public static final int STORY_ACCOUNTS = 8;
    public static final int DEFAULT_ACCOUNTS = 200;

    public WorldSettings {
        if (accounts < STORY_ACCOUNTS) {
            throw new IllegalArgumentException(
                    "a world of %d accounts has no room for its %d stories".formatted(accounts, STORY_ACCOUNTS));
        }
    }
}
