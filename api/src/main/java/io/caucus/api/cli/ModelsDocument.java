package io.caucus.api.cli;

import io.caucus.scoring.evaluation.GroupBootstrap.Interval;
import io.caucus.scoring.registry.Change;
import io.caucus.scoring.registry.Condition;
import io.caucus.scoring.registry.Evaluation.Figures;
import io.caucus.scoring.registry.LogEntry;
import io.caucus.scoring.registry.Promotion;
import io.caucus.scoring.registry.RegistryRefused;
import io.caucus.scoring.registry.Snapshot;
import io.caucus.scoring.registry.Standing;
import io.caucus.scoring.registry.Target;
import io.caucus.scoring.registry.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The registry as maps, lists and words: JSON documents. */
final class ModelsDocument {

    private ModelsDocument() {}

    /** @param damaged gets the names of versions whose files are not those that were registered */
    static Map<String, Object> of(Snapshot snapshot, List<String> damaged) {
        var versions = new ArrayList<Map<String, Object>>();
        for (String name : snapshot.versions()) {
            try {
                versions.add(of(snapshot.get(name), snapshot));
            } catch (RegistryRefused refused) {
                damaged.add(name);
                versions.add(Map.of("version", name, "damaged", String.valueOf(refused.getMessage())));
            }
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(
                "targets", snapshot.standings().stream().map(ModelsDocument::of).toList());
        document.put("versions", versions);
        document.put("remarks", snapshot.remarks());
        return document;
    }

    private static Map<String, Object> of(Standing standing) {
        Map<String, Object> document = target(standing.target());
        standing.champion().ifPresent(champion -> document.put("champion", champion));
        standing.former().ifPresent(former -> document.put("formerChampion", former));
        standing.challenger().ifPresent(challenger -> document.put("challenger", challenger));
        return document;
    }

    private static Map<String, Object> target(Target target) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("target", target.sentence());
        document.put("horizonDays", target.horizonDays());
        return document;
    }

    static Map<String, Object> of(Version version, Snapshot snapshot) {
        var told = version.evaluation();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", version.name());
        document.put("place", ModelsText.place(version.name(), snapshot.standingOf(version)));
        document.putAll(target(version.registered().target()));
        document.put("registeredAt", version.entry().at().toString());
        document.put("registeredBy", version.entry().by().name());
        document.put("dataFingerprint", told.fingerprint());
        document.put("rows", told.rows());
        document.put("successes", told.successes());
        document.put("tier", told.tier());
        document.put("columns", told.inputs());
        document.put("caucus", version.origin().caucus());
        document.put("seed", version.origin().seed());
        document.put("settings", version.origin().settings());
        document.put("judgement", of(told.model()));
        Map<String, Object> baselines = new LinkedHashMap<>();
        told.baselines().forEach((name, figures) -> baselines.put(name, of(figures)));
        document.put("baselines", baselines);
        document.put(
                "decided",
                snapshot.entries().stream()
                        .filter(entry -> entry.change().isAbout(version.name()))
                        .map(ModelsDocument::of)
                        .toList());
        document.put("files", version.registered().files());
        document.put("folder", version.folder().toString());
        document.put("card", version.card().toString());
        return document;
    }

    private static Map<String, Object> of(Figures figures) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rows", figures.rows());
        document.put("successes", figures.successes());
        put(document, "averagePrecision", figures.averagePrecision());
        put(document, "auc", figures.auc());
        put(document, "logLoss", figures.logLoss());
        put(document, "calibrationError", figures.calibrationError());
        return document;
    }

    private static void put(Map<String, Object> document, String key, Interval interval) {
        Map<String, Object> its = new LinkedHashMap<>();
        put(its, "value", interval.value());
        put(its, "low", interval.low());
        put(its, "high", interval.high());
        document.put(key, its);
    }

    /** What is undefined is left out: JSON has no such number. */
    private static void put(Map<String, Object> document, String key, double value) {
        if (Double.isFinite(value)) {
            document.put(key, value);
        }
    }

    static Map<String, Object> of(Promotion promotion) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", promotion.version());
        document.putAll(target(promotion.target()));
        document.put("promoted", promotion.entry().isPresent());
        document.put("gate", gate(promotion.gate()));
        promotion.entry().ifPresent(entry -> document.put("entry", of(entry)));
        return document;
    }

    private static List<Map<String, String>> gate(List<Condition> gate) {
        return gate.stream()
                .map(condition -> Map.of(
                        "condition",
                        condition.name(),
                        "outcome",
                        condition.outcome().name(),
                        "finding",
                        condition.finding()))
                .toList();
    }

    static Map<String, Object> of(LogEntry entry) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("line", entry.number());
        document.put("at", entry.at().toString());
        document.put("by", entry.by().name());
        switch (entry.change()) {
            case Change.Registered registered -> {
                document.put("event", "registered");
                document.put("version", registered.version());
                document.putAll(target(registered.target()));
            }
            case Change.Promoted promoted -> {
                document.put("event", "promoted");
                document.put("version", promoted.version());
                document.putAll(target(promoted.target()));
                document.put("gate", gate(promoted.gate()));
                promoted.despite().ifPresent(why -> document.put("despite", why));
            }
            case Change.RolledBack back -> {
                document.put("event", "rolled-back");
                document.put("from", back.from());
                back.to().ifPresent(to -> document.put("to", to));
                document.putAll(target(back.target()));
                document.put("reason", back.reason());
            }
            case Change.CutShort cut -> {
                document.put("event", "cut-short");
                document.put("bytes", cut.bytes());
                document.put("sha256", cut.sha256());
            }
        }
        document.put("hash", entry.hash());
        return document;
    }
}
