package io.caucus.scoring.registry;

/**
 * What is predicted. Each target has a champion of its own.
 *
 * @param sentence what a success is
 * @param horizonDays within how many days
 */
public record Target(String sentence, long horizonDays) implements Comparable<Target> {

    @Override
    public int compareTo(Target other) {
        int bySentence = sentence.compareTo(other.sentence);
        return bySentence != 0 ? bySentence : Long.compare(horizonDays, other.horizonDays);
    }

    /** On one line. */
    @Override
    public String toString() {
        return "%s (%d days)"
                .formatted(sentence.replaceAll("[\\s\\p{Cc}]+", " ").strip(), horizonDays);
    }
}
