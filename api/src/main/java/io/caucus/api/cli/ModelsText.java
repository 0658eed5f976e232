package io.caucus.api.cli;

import io.caucus.scoring.evaluation.GroupBootstrap.Interval;
import io.caucus.scoring.registry.Evaluation.Figures;
import io.caucus.scoring.registry.Snapshot;
import io.caucus.scoring.registry.Standing;
import io.caucus.scoring.registry.Version;
import java.util.ArrayList;
import java.util.List;

/** A version of the registry, as a newcomer reads it. */
final class ModelsText {

    private ModelsText() {}

    static List<String> lines(Version version, Snapshot snapshot) {
        var told = version.evaluation();
        var lines = new ArrayList<String>();
        lines.add("%s: %s".formatted(version.name(), place(version.name(), snapshot.standingOf(version))));
        lines.add("Predicts      %s".formatted(version.registered().target()));
        lines.add("Registered    %s by %s"
                .formatted(version.entry().at(), version.entry().by()));
        lines.add("Learned from  %,d rows, %,d succeeded, tier %s; fingerprint %s"
                .formatted(told.rows(), told.successes(), told.tier(), told.fingerprint()));
        lines.add("Learned by    %s, calibration %s, seed %d, Caucus %s"
                .formatted(
                        version.origin().kind(),
                        version.origin().calibration(),
                        version.origin().seed(),
                        version.origin().caucus()));
        lines.add("Columns       %s".formatted(String.join(", ", told.inputs())));
        lines.add("Judged on the newest %,d rows (95 %% intervals):"
                .formatted(told.model().rows()));
        lines.add("  %-30s %-22s %-22s %-9s %s"
                .formatted("", "average precision", "AUC", "log loss", "calibration error"));
        lines.add(figures("this model", told.model()));
        told.baselines().forEach((name, figures) -> lines.add(figures(name, figures)));
        lines.add("Decided:");
        snapshot.entries().stream()
                .filter(entry -> entry.change().isAbout(version.name()))
                .forEach(entry -> lines.add("  line %d, %s, %s %s"
                        .formatted(
                                entry.number(),
                                entry.at(),
                                entry.by(),
                                entry.change().sentence())));
        lines.add("Files verified in %s".formatted(version.folder()));
        lines.add("Model card in %s".formatted(version.card()));
        return lines;
    }

    /** Where a version stands, in a word or two. */
    static String place(String version, Standing standing) {
        if (standing.champion().filter(version::equals).isPresent()) {
            return "champion";
        }
        if (standing.challenger().filter(version::equals).isPresent()) {
            return "challenger";
        }
        return standing.champions().contains(version) ? "former champion" : "neither champion nor challenger";
    }

    private static String figures(String name, Figures figures) {
        return "  %-30s %-22s %-22s %-9.4f %.4f"
                .formatted(
                        name,
                        interval(figures.averagePrecision()),
                        interval(figures.auc()),
                        figures.logLoss(),
                        figures.calibrationError());
    }

    static String interval(Interval interval) {
        return "%.3f [%.3f, %.3f]".formatted(interval.value(), interval.low(), interval.high());
    }
}
