package io.caucus.world;

import io.caucus.graphmodel.time.FactTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fifty companies that have to do with each other and with nobody else, so that no more than these are ever held. All of them exist,
 * also those beyond the edge of the world of which nothing is told.
 */
final class Block {

    static final int SIZE = 50;

    private static final int LEFT_BY_CHAMPION = 3;
    private static final int JOINED_BY_CHAMPION = 8;

    private record Undecided(Company company, Timetable timetable, Dice dice) {

        Instant at() {
            return timetable.decided();
        }
    }

    private final int number;
    private final WorldSettings settings;
    private final List<Company> companies;
    private final Market market;
    private final SortedMap<Integer, List<Deal>> deals = new TreeMap<>();
    private final SortedMap<Integer, List<Member>> arrivals = new TreeMap<>();

    /** @param number from 0 */
    Block(int number, WorldSettings settings) {
        this.number = number;
        this.settings = settings;
        int first = number * SIZE + 1;
        this.companies = IntStream.range(first, first + SIZE)
                .mapToObj(company -> Company.of(company, settings))
                .toList();
        this.market = Market.among(companies, Dice.forBlock(settings.seed(), number));
        goThrough();
    }

    /** How many blocks a world needs. */
    static int count(WorldSettings settings) {
        return (settings.accounts() + SIZE - 1) / SIZE;
    }

    /** In the order in which deals are decided, so that each sees the wins before it. */
    private void goThrough() {
        companies.stream()
                .flatMap(Block::undecided)
                .sorted(Comparator.comparing(Undecided::at)
                        .thenComparingInt(deal -> deal.company().number()))
                .forEach(this::decide);
    }

    private static Stream<Undecided> undecided(Company company) {
        var dice = company.dice().split();
        return company.timetables().stream().map(timetable -> new Undecided(company, timetable, dice));
    }

    private void decide(Undecided next) {
        var company = next.company();
        var deal = company.plan()
                .heldIn()
                .map(stage -> Deal.held(next.timetable(), stage))
                .orElseGet(() -> decided(next));
        dealsOf(company).add(deal);
        if (deal.isWon()) {
            market.noteWin(company.number(), next.at());
        }
    }

    private Deal decided(Undecided next) {
        boolean hasDrifted = !next.at().isBefore(Drift.from(new Calendar(settings.end())));
        var ties = market.tiesOf(next.company().number(), next.at());
        return Deal.decide(next.timetable(), next.company().plan().maturity(), ties, hasDrifted, next.dice());
    }

    private List<Deal> dealsOf(Company company) {
        return deals.computeIfAbsent(company.number(), nothing -> new ArrayList<>());
    }

    /** What became of all deals of the told accounts whose timetable is over by the end. */
    List<Ceiling.Forecast> forecasts() {
        return told().flatMap(company -> dealsOf(company).stream())
                .filter(deal ->
                        deal.winProbability() > 0 && !deal.timetable().decided().isAfter(settings.end()))
                .map(deal -> new Ceiling.Forecast(deal.winProbability(), deal.isWon()))
                .toList();
    }

    /** The accounts of the block that are in the world, in order. */
    List<ToldAccount> accounts() {
        return told().map(this::tell).toList();
    }

    private Stream<Company> told() {
        return companies.stream().filter(company -> company.number() <= settings.accounts());
    }

    private ToldAccount tell(Company company) {
        var arrived = arrivals.getOrDefault(company.number(), List.of());
        var staff = Staff.of(company, arrived, settings, company.dice().split());
        sendOff(company, staff);
        var ordered = dealsOf(company).stream()
                .sorted(Comparator.comparingInt(deal -> deal.timetable().number()))
                .toList();
        var telling = new Telling(company, staff, ordered, market, settings);
        if (company.number() == companies.getFirst().number()) {
            telling.introduceBackers(number);
        }
        return telling.tell(number);
    }

    /** Whoever leaves for another account of the block turns up there under the same key. */
    private void sendOff(Company company, Staff staff) {
        market.findMoveFrom(company.number())
                .ifPresent(
                        move -> staff.pastChampion().ifPresent(champion -> send(champion, move.to(), move.joined())));
        if (company.number() == LEFT_BY_CHAMPION) {
            var champion = staff.lead().orElseThrow();
            var left = champion.left().orElseThrow().occurredAt();
            send(champion, JOINED_BY_CHAMPION, left.plus(Duration.ofDays(10)));
        }
    }

    private void send(Member champion, int to, Instant joined) {
        arrivals.computeIfAbsent(to, nobody -> new ArrayList<>()).add(champion.movedOn(FactTime.at(joined)));
    }
}
