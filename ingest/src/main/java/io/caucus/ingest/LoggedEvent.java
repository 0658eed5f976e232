package io.caucus.ingest;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One event of a log.
 *
 * @param line where it stands in the file, from 1
 * @param reached whom the action named: recipients, those mentioned or thanked, to whom it was forwarded
 * @param reach how many people it reached in all, where that is known
 * @param channel empty where it is not told
 * @param cascade what it is about; empty where it is not told
 * @param id empty where it is not told
 * @param triggeredBy the person who is known to have brought it about
 */
public record LoggedEvent(
        long line,
        Instant at,
        String actor,
        SortedSet<String> reached,
        OptionalInt reach,
        String channel,
        String cascade,
        String id,
        Optional<String> triggeredBy) {

    public LoggedEvent {
        reached = Collections.unmodifiableSortedSet(new TreeSet<>(reached));
    }

    LoggedEvent triggeredBy(String person) {
        return new LoggedEvent(line, at, actor, reached, reach, channel, cascade, id, Optional.of(person));
    }
}
