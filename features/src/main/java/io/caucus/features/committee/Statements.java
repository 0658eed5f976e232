package io.caucus.features.committee;

import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;

/** What several statements of the family have to be told, in the types that a statement takes. */
final class Statements {

    private Statements() {}

    /** The instant after which an action lies in the window. */
    static ZonedDateTime since(AsOf asOf, Duration window) {
        return asOf.last(window).after().atZone(ZoneOffset.UTC);
    }

    static List<String> technicalFunctions() {
        return Arrays.stream(JobFunction.values())
                .filter(JobFunction::isTechnical)
                .map(JobFunction::name)
                .toList();
    }

    static List<String> executiveSeniorities() {
        return Arrays.stream(Seniority.values())
                .filter(Seniority::isExecutive)
                .map(Seniority::name)
                .toList();
    }

    /** The kinds of engagement that make ties. */
    static List<String> tyingKinds(CommitteeParameters parameters) {
        return Arrays.stream(EngagementKind.values())
                .filter(kind -> parameters.channelWeights().containsKey(kind.channel()))
                .map(EngagementKind::name)
                .toList();
    }
}
