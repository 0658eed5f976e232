package io.caucus.scoring.registry;

/**
 * One of the things that a version must show before it serves.
 *
 * @param name what is asked
 * @param finding what was found, with its figures
 */
public record Condition(String name, Outcome outcome, String finding) {

    /** How it came out. */
    public enum Outcome {
        PASSED("passed"),
        FAILED("failed"),
        /** The figures for it are missing: no reason to refuse, none to go on without a word either. */
        UNJUDGED("could not be judged");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
