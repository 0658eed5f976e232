package io.caucus.graphmodel.quality;

import io.caucus.graphmodel.fact.EntityRef;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How many records have a flaw.
 *
 * @param subject which field is missing, or whose moves and when; empty where there is one measurement
 * @param part records that have the flaw
 * @param whole records that could have it
 * @param examples the first {@value #MOST_EXAMPLES} of the part, by key
 */
public record Measurement(QualityMeasure measure, String subject, long part, long whole, List<EntityRef> examples) {

    public static final int MOST_EXAMPLES = 20;

    public Measurement {
        examples = List.copyOf(examples);
        if (part < 0 || part > whole || examples.size() != Math.min(part, MOST_EXAMPLES)) {
            throw new IllegalArgumentException("%s%s has %d of %d with %d examples, which does not add up"
                    .formatted(measure.id(), subject.isEmpty() ? "" : " of " + subject, part, whole, examples.size()));
        }
    }

    /** In [0, 1]; empty when there was nothing to look at. */
    public OptionalDouble share() {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
