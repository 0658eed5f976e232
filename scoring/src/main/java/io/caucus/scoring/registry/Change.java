package io.caucus.scoring.registry;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What happened, as one line of the changelog tells it. */
public sealed interface Change {

    /**
     * A version was taken in, and is the target's challenger from now on.
     *
     * @param files the SHA-256 of each of its files, by name
     */
    record Registered(String version, Target target, SortedMap<String, String> files) implements Change {}

    /**
     * A version became its target's champion.
     *
     * @param gate what it had to show, and how that came out
     * @param despite why it serves although not everything was shown
     */
    record Promoted(String version, Target target, List<Condition> gate, Optional<String> despite) implements Change {

        public Promoted {
            gate = List.copyOf(gate);
        }
    }

    /**
     * The champion gave way to the one before it.
     *
     * @param to empty if there was none before it
     */
    record RolledBack(Target target, String from, Optional<String> to, String reason) implements Change {}

    /**
     * What was being written when a process ended stands before this line, and takes no effect.
     *
     * @param sha256 of those bytes
     */
    record CutShort(int bytes, String sha256) implements Change {}

    /** In a sentence. */
    default String sentence() {
        return switch (this) {
            case Registered registered -> "registered %s as challenger".formatted(registered.version());
            case Promoted promoted ->
                "promoted %s to champion%s"
                        .formatted(
                                promoted.version(),
                                promoted.despite()
                                        .map(why -> ", despite the gate: " + why)
                                        .orElse(""));
            case RolledBack back ->
                "rolled back from %s to %s: %s".formatted(back.from(), back.to().orElse("no champion"), back.reason());
            case CutShort cut ->
                "went on after a line that was cut short (%d bytes, without effect)".formatted(cut.bytes());
        };
    }

    /** Whether it says something about a version. */
    default boolean isAbout(String version) {
        return switch (this) {
            case Registered registered -> registered.version().equals(version);
            case Promoted promoted -> promoted.version().equals(version);
            case RolledBack back ->
                back.from().equals(version) || back.to().filter(version::equals).isPresent();
            case CutShort cut -> false;
        };
    }
}
