package io.caucus.features.propagation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Credits added up for people to read: who moves others, who moves whom, and what speaks for it.
 *
 * @param movers everybody with any influence, most cascade influence first, of equals the smallest number
 * @param pairs all that share any credit, most first, of equals the smallest numbers
 * @param explicit credit for which an event names the other person
 * @param blind credit for which nothing but time speaks
 * @param unexplained what is left to chance
 */
public record Influences(List<Mover> movers, List<Pair> pairs, double explicit, double blind, double unexplained) {

    public record Mover(int person, double direct, double cascade) {}

    /**
     * @param credit sum of the first one's credits for responses of the second
     * @param responses how many responses that concerns
     * @param medianLag half of the credit is for responses that came after at most so many ticks
     * @param channel through which most of the credit came, of equals the first by name
     * @param explicit the part of the credit for which an event names the other person
     */
    public record Pair(
            int from, int to, double credit, int responses, long medianLag, String channel, double explicit) {}

    public Influences {
        movers = List.copyOf(movers);
        pairs = List.copyOf(pairs);
    }

    /** @param channelOf an event, by its place in the log */
    public static Influences of(EventLog log, Credits credits, IntFunction<String> channelOf) {
        double explicit = 0;
        double blind = 0;
        var byPair = new TreeMap<Long, List<Credit>>();
        for (Credit credit : credits.all()) {
            explicit += credit.isExplicit() ? credit.share() : 0;
            blind += credit.isExplicit() ? 0 : credit.share();
            long pair = (long) actor(log, credit.cause()) * log.people() + actor(log, credit.response());
            byPair.computeIfAbsent(pair, first -> new ArrayList<>()).add(credit);
        }
        var pairs = byPair.values().stream()
                .map(theirs -> pair(log, theirs, channelOf))
                .sorted(Comparator.comparingDouble(Pair::credit).reversed())
                .toList();
        return new Influences(movers(log, credits), pairs, explicit, blind, credits.responses() - explicit - blind);
    }

    private static List<Mover> movers(EventLog log, Credits credits) {
        return IntStream.range(0, log.people())
                .mapToObj(
                        person -> new Mover(person, credits.directInfluence(person), credits.cascadeInfluence(person)))
                .filter(mover -> mover.direct() > 0)
                .sorted(Comparator.comparingDouble(Mover::cascade).reversed())
                .toList();
    }

    private static Pair pair(EventLog log, List<Credit> credits, IntFunction<String> channelOf) {
        var byLag = new TreeMap<Long, Double>();
        var byChannel = new TreeMap<String, Double>();
        double sum = 0;
        double explicit = 0;
        for (Credit credit : credits) {
            sum += credit.share();
            explicit += credit.isExplicit() ? credit.share() : 0;
            byLag.merge(lag(log, credit), credit.share(), Double::sum);
            byChannel.merge(channelOf.apply(credit.cause()), credit.share(), Double::sum);
        }
        var first = credits.getFirst();
        return new Pair(
                actor(log, first.cause()),
                actor(log, first.response()),
                sum,
                (int) credits.stream().mapToInt(Credit::response).distinct().count(),
                median(byLag, sum),
                most(byChannel),
                explicit);
    }

    private static long median(TreeMap<Long, Double> byLag, double sum) {
        double before = 0;
        for (var lag : byLag.entrySet()) {
            before += lag.getValue();
            if (before >= sum / 2) {
                return lag.getKey();
            }
        }
        return byLag.lastKey();
    }

    private static String most(TreeMap<String, Double> byChannel) {
        return byChannel.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .orElseThrow()
                .getKey();
    }

    private static long lag(EventLog log, Credit credit) {
        return log.events().get(credit.response()).at()
                - log.events().get(credit.cause()).at();
    }

    private static int actor(EventLog log, int event) {
        return log.events().get(event).actor();
    }
}
