package io.caucus.scoring.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The models of a data folder. What is asked of it happens wholly or not at all: the one line in the changelog is what makes it
 * happen. Files are verified each time they are read.
 */
public final class ModelRegistry {

    private static final String FOLDER = "models";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST_REASON = 2000;

    private final Path folder;
    private final Path log;
    private final Duration patience;

    /** @param patience how long to wait for another process that has it */
    ModelRegistry(Path folder, Duration patience) {
        this.folder = folder.toAbsolutePath().normalize();
        this.log = this.folder.resolve(ChangeLog.FILE);
        this.patience = patience;
    }

    /** The registry in a data folder; it need not be there yet. */
    public static ModelRegistry in(Path dataFolder) {
        return new ModelRegistry(dataFolder.resolve(FOLDER), PATIENCE);
    }

    /**
     * What there is.
     *
     * @throws RegistryRefused if the changelog is not the one that was written
     * @throws RegistryBusy if another process has had it for too long
     */
    public Snapshot read() {
        return isThere()
                ? RegistryLock.reading(log, patience, file -> new Snapshot(folder, ChangeLog.read(log, file)))
                : new Snapshot(folder, ChangeLog.of(log, new byte[0]));
    }

    private boolean isThere() {
        if (Files.isRegularFile(log, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (Files.exists(log, LinkOption.NOFOLLOW_LINKS)) {
            throw new RegistryRefused(
                    "%s is a link or no file; the registry keeps its own changelog: put the file itself there"
                            .formatted(log));
        }
        return false;
    }

    /**
     * Takes in a model that training wrote; it is the challenger of its target from then on.
     *
     * @param model the folder {@code model-HASH}, its report and predictions beside it
     * @throws RegistryRefused if one of them is damaged, foreign or of another model, or the version is registered already
     */
    public LogEntry register(Path model, UserName by, Instant at) {
        var incoming = VersionFolder.read(model);
        isThere(); // refuses a link
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("registry '%s' cannot be made: %s".formatted(folder, e), e);
        }
        return RegistryLock.writing(log, patience, file -> {
            var before = new Snapshot(folder, ChangeLog.read(log, file));
            before.findRegistration(incoming.version()).ifPresent(entry -> {
                throw new RegistryRefused("%s is registered already, by %s at %s; ./caucus models show %s shows it"
                        .formatted(incoming.version(), entry.by(), entry.at(), incoming.version()));
            });
            VersionFolder.write(folder.resolve(incoming.version()), incoming);
            var change = new Change.Registered(incoming.version(), incoming.target(), incoming.hashes());
            return writeDown(before, before.log().append(log, file, by, at, change), incoming.target());
        });
    }

    /**
     * Makes a version the champion of its target, if it has shown what it must or somebody says why it should serve all the same.
     *
     * @param given as {@link Snapshot#resolve} understands it
     * @param by who approves of it; not who registered it
     * @param despite why, if the gate is not open
     */
    public Promotion promote(String given, UserName by, Instant at, Optional<String> despite) {
        checkThere();
        var why = despite.map(reason -> reason("--despite", reason));
        return RegistryLock.writing(log, patience, file -> {
            var before = new Snapshot(folder, ChangeLog.read(log, file));
            var version = before.get(before.resolve(given));
            var standing = before.standingOf(version);
            checkPromotable(version, standing, by);
            var gate = gate(before, version, standing);
            if (!Promotion.isOpen(gate) && why.isEmpty()) {
                return new Promotion(version.name(), standing.target(), gate, Optional.empty());
            }
            var change = new Change.Promoted(
                    version.name(), standing.target(), gate, why.filter(reason -> !Promotion.isOpen(gate)));
            var entry = writeDown(before, before.log().append(log, file, by, at, change), standing.target());
            return new Promotion(version.name(), standing.target(), gate, Optional.of(entry));
        });
    }

    private static void checkPromotable(Version version, Standing standing, UserName by) {
        if (standing.champion().filter(version.name()::equals).isPresent()) {
            throw new RegistryRefused("%s is the champion of '%s' already; there is nothing to promote"
                    .formatted(version.name(), standing.target()));
        }
        var registrar = version.entry().by();
        if (registrar.isSameAs(by)) {
            throw new RegistryRefused(
                    "%s registered %s and cannot be the one to approve of it; somebody else must promote it"
                            .formatted(registrar, version.name()));
        }
    }

    /** A champion whose files are damaged is one that nothing can be compared with. */
    private static List<Condition> gate(Snapshot before, Version version, Standing standing) {
        if (standing.champion().isEmpty()) {
            return Gate.judge(version, Optional.empty());
        }
        try {
            return Gate.judge(
                    version, Optional.of(before.get(standing.champion().orElseThrow())));
        } catch (RegistryRefused damaged) {
            return Gate.judgeWithout(version, String.valueOf(damaged.getMessage()));
        }
    }

    /**
     * Makes the champion give way to the one that was there before it, whose files are verified first.
     *
     * @param target as {@link Snapshot#standing} understands it
     */
    public LogEntry rollback(Optional<String> target, UserName by, Instant at, String reason) {
        checkThere();
        var why = reason("--reason", reason);
        return RegistryLock.writing(log, patience, file -> {
            var before = new Snapshot(folder, ChangeLog.read(log, file));
            var standing = before.standing(target);
            var champion = standing.champion()
                    .orElseThrow(() -> new RegistryRefused(
                            "there is no champion of '%s', and so none to roll back from; ./caucus models list shows what there is"
                                    .formatted(standing.target())));
            standing.former().ifPresent(before::get);
            var change = new Change.RolledBack(standing.target(), champion, standing.former(), why);
            return writeDown(before, before.log().append(log, file, by, at, change), standing.target());
        });
    }

    private void checkThere() {
        if (!isThere()) {
            throw new RegistryRefused(
                    "no model is registered in %s; ./caucus models register registers one".formatted(folder));
        }
    }

    private static String reason(String option, String text) {
        var reason = text.replaceAll("[\\s\\p{Cc}]+", " ").strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new RegistryRefused("%s has %d characters, must have 1 to %d; say in a sentence why"
                    .formatted(option, reason.length(), LONGEST_REASON));
        }
        return reason;
    }

    /** The cards of all whose standing may have changed, once the changelog has the new line. */
    private LogEntry writeDown(Snapshot before, ChangeLog log, Target target) throws IOException {
        var after = new Snapshot(folder, log);
        var concerned = new TreeSet<String>();
        for (Snapshot each : List.of(before, after)) {
            each.standings().stream()
                    .filter(standing -> standing.target().equals(target))
                    .forEach(standing -> {
                        standing.champion().ifPresent(concerned::add);
                        standing.challenger().ifPresent(concerned::add);
                    });
        }
        for (String name : concerned) {
            writeCard(after, name);
        }
        return log.entries().getLast();
    }

    /** A damaged version has no card: nothing can be said of it, and {@code list} tells that it is damaged. */
    private static void writeCard(Snapshot snapshot, String name) throws IOException {
        Version version;
        try {
            version = snapshot.get(name);
        } catch (RegistryRefused damaged) {
            return;
        }
        Bytes.put(version.card(), card(snapshot, version));
    }

    private static byte[] card(Snapshot snapshot, Version version) {
        return ModelCard.of(version, snapshot.standingOf(version), snapshot.entries())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Writes a version's card anew if it is not what the changelog says now; a process may have been killed before it wrote it. */
    public void refreshCard(Snapshot snapshot, Version version) {
        if (!hasCard(snapshot, version)) {
            RegistryLock.writing(log, patience, file -> {
                var now = new Snapshot(folder, ChangeLog.read(log, file));
                writeCard(now, version.name());
                return now;
            });
        }
    }

    private static boolean hasCard(Snapshot snapshot, Version version) {
        try {
            return Files.isRegularFile(version.card(), LinkOption.NOFOLLOW_LINKS)
                    && Arrays.equals(Files.readAllBytes(version.card()), card(snapshot, version));
        } catch (IOException e) {
            throw new UncheckedIOException("card '%s' cannot be read: %s".formatted(version.card(), e), e);
        }
    }
}
