package io.caucus.api.cli;

import io.caucus.localneo4j.LocalNeo4j;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "doctor",
        description = {
            "Looks at everything Caucus needs and says what is missing and what to do about it.",
            "Exit code 4 if something needed is missing; optional parts only get a remark."
        })
final class DoctorCommand implements Callable<Integer> {

    private static final long LEAST_FREE_BYTES = 1L << 30;
    private static final int LEAST_JAVA = 21;
    private static final List<Path> CHROMIUM = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private Output output = new Output();

    /** One thing looked at. */
    private record Finding(String thing, Verdict verdict, String detail) {}

    private enum Verdict {
        OK,
        OPTIONAL,
        MISSING
    }

    @Override
    public Integer call() {
        var findings = List.of(java(), libraries(), folder(), disk(), database(), service(), chromium());
        if (output.isJson()) {
            output.json(Map.of(
                    "findings", findings.stream().map(DoctorCommand::asMap).toList()));
        } else {
            findings.forEach(finding -> output.line("%-9s %-16s %s"
                    .formatted(finding.verdict().name().toLowerCase(Locale.ROOT), finding.thing(), finding.detail())));
        }
        boolean healthy = findings.stream().noneMatch(finding -> finding.verdict() == Verdict.MISSING);
        return healthy ? ExitCode.DONE : ExitCode.ENVIRONMENT;
    }

    private static Finding java() {
        int version = Runtime.version().feature();
        return new Finding(
                "java",
                version >= LEAST_JAVA ? Verdict.OK : Verdict.MISSING,
                "%d at %s; %d or newer is needed".formatted(version, System.getProperty("java.home"), LEAST_JAVA));
    }

    private static Finding libraries() {
        var folder = Path.of(System.getProperty("caucus.neo4j.lib", ""));
        long jars = count(folder);
        return jars > 0
                ? new Finding("neo4j libraries", Verdict.OK, "%d jars".formatted(jars))
                : new Finding(
                        "neo4j libraries", Verdict.MISSING, "none in %s; build with: mvn package".formatted(folder));
    }

    private static long count(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).count();
        } catch (IOException e) {
            return 0;
        }
    }

    private Finding folder() {
        var folder = data.path();
        if (!Files.exists(folder)) {
            return new Finding("data folder", Verdict.OK, folder + ", made when first needed");
        }
        return Files.isWritable(folder)
                ? new Finding("data folder", Verdict.OK, folder.toString())
                : new Finding("data folder", Verdict.MISSING, folder + " cannot be written; give another with --data");
    }

    private Finding disk() {
        var existing = firstExisting(data.path());
        long free = existing.toFile().getUsableSpace();
        return new Finding(
                "disk",
                free >= LEAST_FREE_BYTES ? Verdict.OK : Verdict.MISSING,
                "%.1f GiB free; 1 GiB is needed".formatted(free / (double) (1L << 30)));
    }

    private static Path firstExisting(Path path) {
        var candidate = Optional.of(path);
        while (candidate.isPresent() && !Files.exists(candidate.get())) {
            candidate = Optional.ofNullable(candidate.get().getParent());
        }
        return candidate.orElse(path.getRoot());
    }

    private Finding database() {
        var uri = Optional.ofNullable(System.getenv("CAUCUS_NEO4J_URI")).filter(text -> !text.isBlank());
        if (uri.isPresent()) {
            return external(uri.get());
        }
        return LocalNeo4j.running(data.path())
                .map(running -> new Finding(
                        "database", Verdict.OK, "embedded, process %d at %s".formatted(running.pid(), running.uri())))
                .orElseGet(() -> new Finding("database", Verdict.OK, "embedded, started when first needed"));
    }

    private Finding external(String uri) {
        try (var graph = OpenGraph.in(data.path())) {
            boolean isEmpty = graph.ports().accountIndex().newestKnownAt().isEmpty();
            return new Finding("database", Verdict.OK, uri + (isEmpty ? ", empty" : ""));
        } catch (EnvironmentProblem e) {
            return new Finding("database", Verdict.MISSING, String.valueOf(e.getMessage()));
        }
    }

    private Finding service() {
        return Serving.in(data.path())
                .map(serving ->
                        new Finding("service", Verdict.OK, "process %d at %s".formatted(serving.pid(), serving.url())))
                .orElseGet(() -> new Finding("service", Verdict.OPTIONAL, "not running; start it with: caucus serve"));
    }

    private static Finding chromium() {
        return CHROMIUM.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .map(path -> new Finding("chromium", Verdict.OK, path.toString()))
                .orElseGet(() -> new Finding("chromium", Verdict.OPTIONAL, "not found; browser tests will be skipped"));
    }

    private static Map<String, String> asMap(Finding finding) {
        var map = new LinkedHashMap<String, String>();
        map.put("thing", finding.thing());
        map.put("verdict", finding.verdict().name());
        map.put("detail", finding.detail());
        return map;
    }
}
