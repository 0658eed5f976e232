package io.caucus.scoring.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who serves a target, and who might.
 *
 * @param champions those promoted and not rolled back, oldest first; the last serves
 * @param challenger the newest registered version that has not been promoted
 */
public record Standing(Target target, List<String> champions, Optional<String> challenger) {

    public Standing {
        champions = List.copyOf(champions);
    }

    /** The version that serves. */
    public Optional<String> champion() {
        return champions.isEmpty() ? Optional.empty() : Optional.of(champions.getLast());
    }

    /** The one that served before it. */
    public Optional<String> former() {
        return champions.size() < 2 ? Optional.empty() : Optional.of(champions.get(champions.size() - 2));
    }

    /** @throws RegistryRefused if a line says what cannot be after the lines before it */
    static SortedMap<Target, Standing> of(List<LogEntry> entries) {
        var standings = new TreeMap<Target, Standing>();
        var known = new TreeMap<String, Target>();
        for (LogEntry entry : entries) {
            switch (entry.change()) {
                case Change.Registered registered -> {
                    check(entry, known.put(registered.version(), registered.target()) == null);
                    standings.merge(
                            registered.target(),
                            new Standing(registered.target(), List.of(), Optional.of(registered.version())),
                            (before, first) -> before.challengedBy(registered.version()));
                }
                case Change.Promoted promoted -> {
                    check(entry, promoted.target().equals(known.get(promoted.version())));
                    standings.computeIfPresent(promoted.target(), (target, before) -> before.ledBy(promoted.version()));
                }
                case Change.RolledBack back -> {
                    var before = Optional.ofNullable(standings.get(back.target()));
                    check(entry, before.flatMap(Standing::champion).equals(Optional.of(back.from())));
                    check(entry, before.flatMap(Standing::former).equals(back.to()));
                    standings.computeIfPresent(back.target(), (target, its) -> its.backed());
                }
                case Change.CutShort cut -> {
                    // tells of bytes, not of versions
                }
            }
        }
        return standings;
    }

    private static void check(LogEntry entry, boolean isPossible) {
        if (!isPossible) {
            throw new RegistryRefused(
                    "line %d of the changelog says what cannot be after the lines before it: %s. Restore it from a backup"
                            .formatted(entry.number(), entry.change().sentence()));
        }
    }

    private Standing challengedBy(String version) {
        return new Standing(target, champions, Optional.of(version));
    }

    private Standing ledBy(String version) {
        var more = new ArrayList<>(champions);
        more.add(version);
        return new Standing(target, more, challenger.filter(each -> !each.equals(version)));
    }

    private Standing backed() {
        return new Standing(target, champions.subList(0, champions.size() - 1), challenger);
    }
}
