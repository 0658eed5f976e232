package io.caucus.scoring.registry;

import io.caucus.scoring.learn.ModelFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A registry as its changelog had it when it was read. */
public final class Snapshot {

    private static final int LEAST_DIGITS = 4;

    private final Path folder;
    private final ChangeLog log;
    private final SortedMap<Target, Standing> standings;
    private final Map<String, LogEntry> registrations = new TreeMap<>();

    Snapshot(Path folder, ChangeLog log) {
        this.folder = folder;
        this.log = log;
        this.standings = Standing.of(log.entries());
        log.entries().forEach(entry -> {
            if (entry.change() instanceof Change.Registered registered) {
                registrations.put(registered.version(), entry);
            }
        });
    }

    ChangeLog log() {
        return log;
    }

    /** Every line of the changelog, oldest first. */
    public List<LogEntry> entries() {
        return log.entries();
    }

    /** By target. */
    public List<Standing> standings() {
        return List.copyOf(standings.values());
    }

    /** In the order in which they were registered. */
    public List<String> versions() {
        return entries().stream()
                .map(LogEntry::change)
                .filter(Change.Registered.class::isInstance)
                .map(change -> ((Change.Registered) change).version())
                .toList();
    }

    /** Whether a version predicts that. */
    public boolean isOf(String version, Target target) {
        return findRegistration(version)
                .filter(entry -> entry.change() instanceof Change.Registered registered
                        && registered.target().equals(target))
                .isPresent();
    }

    /** What the registry cannot vouch for, each in a sentence; empty if all is well. */
    public List<String> remarks() {
        var cut = log.findUnfinished().stream()
                .map(its ->
                        "The last line of %s was cut short while it was written (%d bytes). It takes no effect; what it was to say was not done. The next line will tell of it."
                                .formatted(folder.resolve(ChangeLog.FILE), its.bytes()));
        return Stream.concat(cut, strangers().stream()).toList();
    }

    /** Folders that no line registers: left by a registration that was killed, or put there by hand. */
    private List<String> strangers() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.equals(ChangeLog.FILE) && !registrations.containsKey(name))
                    .sorted()
                    .map(name ->
                            "%s is not in the changelog: it was put there by hand, or its registration was ended midway. It takes no part; register it, or take it away."
                                    .formatted(folder.resolve(name)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("registry '%s' cannot be read: %s".formatted(folder, e), e);
        }
    }

    /** The line by which a version was registered, if it was. */
    Optional<LogEntry> findRegistration(String version) {
        return Optional.ofNullable(registrations.get(version));
    }

    /**
     * A version with its files verified.
     *
     * @param version by its whole name
     * @throws RegistryRefused if it is unknown, or a file is not the one that was registered
     */
    public Version get(String version) {
        var entry = findRegistration(version).orElseThrow(() -> unknown(version));
        if (!(entry.change() instanceof Change.Registered registered)) {
            throw new IllegalStateException("only registrations are kept");
        }
        return VersionFolder.verify(folder.resolve(version), entry, registered);
    }

    /**
     * The whole name of what somebody calls {@code champion}, {@code challenger}, {@code model-HASH}, or by the first digits of its
     * hash.
     *
     * @throws RegistryRefused if that is no version, or more than one
     */
    public String resolve(String given) {
        if (given.equals("champion") || given.equals("challenger")) {
            var standing = standing(Optional.empty());
            return (given.equals("champion") ? standing.champion() : standing.challenger())
                    .orElseThrow(
                            () -> new RegistryRefused("there is no %s of '%s'; ./caucus models list shows what there is"
                                    .formatted(given, standing.target())));
        }
        var digits = given.startsWith(ModelFolder.PREFIX) ? given.substring(ModelFolder.PREFIX.length()) : given;
        var found = registrations.keySet().stream()
                .filter(name -> digits.length() >= LEAST_DIGITS && name.startsWith(ModelFolder.PREFIX + digits))
                .toList();
        if (found.size() > 1) {
            throw new RegistryRefused("'%s' may be %s; write more of its digits".formatted(given, found));
        }
        return found.stream().findFirst().orElseThrow(() -> unknown(given));
    }

    private RegistryRefused unknown(String given) {
        return new RegistryRefused(
                registrations.isEmpty()
                        ? "there is no version '%s': no model is registered in %s; ./caucus models register registers one"
                                .formatted(given, folder)
                        : "there is no version '%s'; say champion, challenger, or one of %s"
                                .formatted(given, String.join(", ", versions())));
    }

    /** Who serves the target of a version. */
    public Standing standingOf(Version version) {
        return Optional.ofNullable(standings.get(version.registered().target()))
                .orElseThrow(() -> unknown(version.name()));
    }

    /**
     * Who serves a target.
     *
     * @param given the target or a part of its sentence; may be empty if there is one only
     * @throws RegistryRefused if that is no target, or more than one
     */
    public Standing standing(Optional<String> given) {
        var found = standings.values().stream()
                .filter(standing -> given.filter(
                                text -> !standing.target().toString().contains(text))
                        .isEmpty())
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (standings.isEmpty()) {
            throw new RegistryRefused(
                    "no model is registered in %s; ./caucus models register registers one".formatted(folder));
        }
        throw new RegistryRefused("%s; the targets are: %s. Name one with --target, or a version by its digits"
                .formatted(
                        given.map(text -> "%d targets have '%s' in them".formatted(found.size(), text))
                                .orElseGet(() -> "there are %d targets".formatted(standings.size())),
                        standings.keySet().stream().map(Target::toString).collect(Collectors.joining("; "))));
    }
}
