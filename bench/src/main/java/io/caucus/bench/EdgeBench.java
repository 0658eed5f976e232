package io.caucus.bench;

import io.caucus.features.propagation.EventLog;
import io.caucus.features.propagation.EventLog.Event;
import io.caucus.features.propagation.Kernel;
import io.caucus.features.propagation.Odds;
import io.caucus.features.propagation.Prior;
import io.caucus.features.propagation.Settings;
import io.caucus.features.propagation.Strengths;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** TRUTH-3: who can move whom, from cascades simulated on networks that are known. */
@Command(
        name = "TRUTH-3",
        description = "Finds the edges of known networks from cascades on them, beside decayed co-occurrence.",
        mixinStandardHelpOptions = true)
final class EdgeBench implements Callable<Integer> {

    private static final int PEOPLE = 32;
    private static final double TICKS = 1e6;
    private static final List<String> SETS = List.of("netinf", "infopath");

    /** Nobody begins alone but the first of a cascade, and nobody twice; the kernel's scale is the data's unit of time. */
    private static final Settings SETTINGS =
            Settings.of(new Kernel(TICKS, 1.3), new Odds(1, 1, 1), Prior.SPARSE, Long.MAX_VALUE, Long.MAX_VALUE, false);

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Option(names = "--data", description = "Folder that holds the data sets (${DEFAULT-VALUE}).")
    private Path data = Path.of("..", "shared", "data");

    @Override
    public Integer call() {
        var files = new TruthData(data, "netinf-snap", spec);
        var screen = spec.commandLine().getOut();
        screen.printf("TRUTH-3: edges of %d people found from cascades%n%n%-36s %8s %8s%n", PEOPLE, "", "AUC", "AP");
        SETS.forEach(set -> judge(set, files, screen));
        return 0;
    }

    private static void judge(String set, TruthData files, PrintWriter screen) {
        var edges = edges(files.lines(set + "/example-network.txt"));
        var log = log(files.lines(set + "/example-cascades.txt"));
        var strengths = Strengths.learned(log, SETTINGS);
        var ending = strengths.convergence();
        print(screen, set + ", co-occurrence, decayed", edges, coOccurrence(log, false));
        print(screen, set + ", the same ÷ activity", edges, coOccurrence(log, true));
        var learned = new double[PEOPLE][PEOPLE];
        for (int from = 0; from < PEOPLE; from++) {
            for (int to = 0; to < PEOPLE; to++) {
                learned[from][to] = strengths.of(from, to);
            }
        }
        print(screen, set + ", Caucus", edges, learned);
        screen.printf(
                "  %d edges, %d events; %d iterations, residual %.1e, %s%n%n",
                edges.size(),
                log.size(),
                ending.iterations(),
                ending.residual(),
                ending.converged() ? "converged" : "not converged");
        screen.flush();
    }

    private static void print(PrintWriter screen, String name, Set<Integer> edges, double[][] scores) {
        var ranking = new Ranking();
        for (int from = 0; from < PEOPLE; from++) {
            for (int to = 0; to < PEOPLE; to++) {
                if (from != to) {
                    ranking.add(scores[from][to], edges.contains(from * PEOPLE + to));
                }
            }
        }
        screen.printf("%-36s %8.3f %8.3f%n", name, ranking.auc(), ranking.averagePrecision());
    }

    /** Σ e^(−lag) over cascades, divided by how often the first was in one or not. */
    private static double[][] coOccurrence(EventLog log, boolean byActivity) {
        var scores = new double[PEOPLE][PEOPLE];
        var active = new int[PEOPLE];
        for (Event cause : log.events()) {
            active[cause.actor()]++;
            for (Event later : log.events()) {
                if (later.cascade() == cause.cascade() && later.at() > cause.at()) {
                    scores[cause.actor()][later.actor()] += Math.exp(-(later.at() - cause.at()) / TICKS);
                }
            }
        }
        for (int from = 0; from < PEOPLE && byActivity; from++) {
            for (int to = 0; to < PEOPLE; to++) {
                scores[from][to] /= Math.max(1, active[from]);
            }
        }
        return scores;
    }

    /** A line is {@code from,to} and perhaps more, after the lines of people and an empty one. */
    private static Set<Integer> edges(List<String> lines) {
        var edges = new HashSet<Integer>();
        for (String line : afterPeople(lines)) {
            var cells = line.split(",", -1);
            edges.add(Integer.parseInt(cells[0]) * PEOPLE + Integer.parseInt(cells[1]));
        }
        return edges;
    }

    /** A line is {@code person,time,person,time…}, perhaps after a number and a semicolon, one cascade each. */
    private static EventLog log(List<String> lines) {
        var events = new ArrayList<Event>();
        var cascades = afterPeople(lines);
        for (int cascade = 0; cascade < cascades.size(); cascade++) {
            var line = cascades.get(cascade);
            var cells = line.substring(line.indexOf(';') + 1).split(",", -1);
            for (int cell = 0; cell < cells.length; cell += 2) {
                long at = Math.round(Double.parseDouble(cells[cell + 1]) * TICKS);
                events.add(new Event(at, Integer.parseInt(cells[cell]), new TreeSet<>(), 1, cascade));
            }
        }
        return EventLog.of(PEOPLE, events);
    }

    private static List<String> afterPeople(List<String> lines) {
        return lines.subList(lines.indexOf(""), lines.size()).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
