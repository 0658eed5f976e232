package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.FunctionFamily;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.util.Optional;

/**
 * A person works at an account, from one date and perhaps to another. An employment that ended at s counts up to s and not
 * after; its end, too, can only be seen once it was known.
 *
 * @param title the job title as the source wrote it
 * @param time when the employment began
 * @param ended when it ended
 */
public record Employment(
        PersonId person,
        AccountId account,
        Optional<String> title,
        JobFunction function,
        Seniority seniority,
        FactTime time,
        Optional<FactTime> ended)
        implements Fact {

    public Employment {
        if (ended.isPresent() && ended.get().occurredAt().isBefore(time.occurredAt())) {
            throw new IllegalArgumentException("employment of '%s' at '%s' ends at %s, before it begins at %s"
                    .formatted(person, account, ended.get().occurredAt(), time.occurredAt()));
        }
    }

    /** As known by an instant: without an end that cannot be seen yet. */
    public Employment asKnown(AsOf asOf) {
        return ended.filter(end -> !asOf.sees(end)).isEmpty()
                ? this
                : new Employment(person, account, title, function, seniority, time, Optional.empty());
    }

    public boolean holdsAt(AsOf asOf) {
        return asOf.sees(time) && ended.filter(end -> hasPassed(end, asOf)).isEmpty();
    }

    private static boolean hasPassed(FactTime end, AsOf asOf) {
        return asOf.sees(end) && asOf.instant().isAfter(end.occurredAt());
    }

    public Optional<FunctionFamily> family() {
        return FunctionFamily.of(function, seniority);
    }
}
