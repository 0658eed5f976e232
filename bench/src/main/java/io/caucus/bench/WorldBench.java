package io.caucus.bench;

import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.Person;
import io.caucus.world.ToldAccount;
import io.caucus.world.World;
import io.caucus.world.WorldSettings;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** WORLD: how fast a world is made, and that it is not held. */
@Command(
        name = "WORLD",
        description = "Makes a generated world account by account, and tells rate and memory a tenth at a time.",
        mixinStandardHelpOptions = true)
final class WorldBench implements Callable<Integer> {

    static final Instant END = Instant.parse("2026-11-02T09:00:00Z");

    private static final int SLICES = 10;

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Option(names = "--accounts", description = "How many (${DEFAULT-VALUE}).")
    private int accounts = 100_000;

    @Option(names = "--seed", description = "Which world (${DEFAULT-VALUE}).")
    private long seed = 1;

    private long told;
    private long people;
    private long engagements;
    private long records;
    private long facts;

    @Override
    public Integer call() {
        var world = world(seed, accounts, spec);
        var screen = spec.commandLine().getOut();
        var machine = Machine.here();
        screen.printf(
                "WORLD: %,d accounts, seed %d%n%s, %d cores, load %.1f at the start; Java %s%n%n",
                accounts, seed, machine.processor(), machine.cores(), machine.load(), machine.java());
        screen.printf("%12s %12s %9s%n", "accounts", "accounts/s", "heap, MiB");
        long begun = System.nanoTime();
        make(world, screen);
        double seconds = (System.nanoTime() - begun) / 1e9;
        screen.printf(
                "%n%,d accounts, %,d people, %,d engagements; %,d records with %,d facts; %.0f s, %,.0f records/s%n",
                told, people, engagements, records, facts, seconds, records / seconds);
        screen.flush();
        return 0;
    }

    /** @throws ParameterException if no world can be so small */
    static World world(long seed, int accounts, CommandSpec spec) {
        if (accounts < WorldSettings.STORY_ACCOUNTS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--accounts is %d, must be %d or more: so many have a story"
                            .formatted(accounts, WorldSettings.STORY_ACCOUNTS));
        }
        return World.generate(new WorldSettings(seed, accounts, END));
    }

    private void make(World world, PrintWriter screen) {
        long slice = Math.max(1, accounts / SLICES);
        long begun = System.nanoTime();
        for (var each = world.accounts().iterator(); each.hasNext(); ) {
            count(each.next());
            if (told % slice == 0) {
                double seconds = (System.nanoTime() - begun) / 1e9;
                screen.printf("%,12d %,12.0f %,9d%n", told, slice / seconds, Machine.heapMebibytes());
                screen.flush();
                begun = System.nanoTime();
            }
        }
    }

    private void count(ToldAccount account) {
        told++;
        for (SourcedFacts record : account.records()) {
            records++;
            facts += record.facts().size();
            people += record.facts().stream().filter(Person.class::isInstance).count();
            engagements +=
                    record.facts().stream().filter(Engagement.class::isInstance).count();
        }
    }
}
