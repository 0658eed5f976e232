package io.caucus.scoring.registry;

import java.nio.file.Path;

/**
 * A model of the registry, its files verified.
 *
 */
public final class Version {

    private final Path folder;
    private final LogEntry entry;
    private final Change.Registered registered;
    private final Origin origin;
    private final Evaluation evaluation;
    private final JudgedRows judged;

    Version(
            Path folder,
            LogEntry entry,
            Change.Registered registered,
            Origin origin,
            Evaluation evaluation,
            JudgedRows judged) {
        this.folder = folder;
        this.entry = entry;
        this.registered = registered;
        this.origin = origin;
        this.evaluation = evaluation;
        this.judged = judged;
    }

    public String name() {
        return registered.version();
    }

    /** Where its files lie. */
    public Path folder() {
        return folder;
    }

    /** The page that tells of it in words. */
    public Path card() {
        return folder.resolve(VersionFolder.CARD);
    }

    /** The line by which it was registered. */
    public LogEntry entry() {
        return entry;
    }

    /** What that line says. */
    public Change.Registered registered() {
        return registered;
    }

    public Origin origin() {
        return origin;
    }

    public Evaluation evaluation() {
        return evaluation;
    }

    JudgedRows judged() {
        return judged;
    }
}
