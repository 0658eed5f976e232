package io.caucus.ingest.identity;

import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.identity.Decision;
import io.caucus.graphmodel.identity.Identities;
import io.caucus.graphmodel.identity.IdentityStore;
import io.caucus.graphmodel.identity.MemberRecord;
import io.caucus.graphmodel.identity.Merge;
import io.caucus.graphmodel.time.AsOf;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a person or account came to be made of the records it is made of as of an instant.
 *
 * @param canonical the record under whose key it is read
 * @param records all it is made of, in order
 * @param steps what was decided about these and other records in reach by then, oldest first
 */
public record IdentityTrace(EntityRef canonical, List<MemberRecord> records, List<Step> steps) {

    /** What a step did. */
    public enum Act {
        MERGED,
        PARTED
    }

    /** One decision: that two records are one, or that they are two after all. */
    public record Step(Act act, Merge merge, Decision decision) {

        /** In words, without names. */
        public String sentence() {
            return switch (act) {
                case MERGED ->
                    "%s and %s became one at %s, decided by %s: %s Rule %s: %s"
                            .formatted(
                                    merge.one(),
                                    merge.other(),
                                    decision.at(),
                                    decision.by(),
                                    asSentence(decision.reason()),
                                    merge.grounds().rule(),
                                    merge.grounds().evidence());
                case PARTED ->
                    "%s and %s were parted at %s, decided by %s: %s"
                            .formatted(
                                    merge.one(),
                                    merge.other(),
                                    decision.at(),
                                    decision.by(),
                                    asSentence(decision.reason()));
            };
        }

        private static String asSentence(String reason) {
            return reason.endsWith(".") ? reason : reason + ".";
        }
    }

    public IdentityTrace {
        records = List.copyOf(records);
        steps = List.copyOf(steps);
    }

    /** @param record any of those it is made of */
    public static IdentityTrace of(IdentityStore store, EntityRef record, AsOf asOf) {
        var merges = store.around(record);
        return new IdentityTrace(
                Identities.of(merges, asOf).canonical(record),
                store.members(List.of(record), asOf).getOrDefault(record, List.of()),
                merges.stream()
                        .flatMap(IdentityTrace::steps)
                        .filter(step -> !step.decision().at().isAfter(asOf.instant()))
                        .sorted(Comparator.comparing(step -> step.decision().at()))
                        .toList());
    }

    private static Stream<Step> steps(Merge merge) {
        return Stream.concat(
                Stream.of(new Step(Act.MERGED, merge, merge.decided())),
                merge.undone().map(end -> new Step(Act.PARTED, merge, end)).stream());
    }
}
