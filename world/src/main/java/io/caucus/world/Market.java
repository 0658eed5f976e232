package io.caucus.world;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the companies of one block have to do with each other. Whatever is told of a tie names only accounts of lower numbers, so that
 * it can be told in a world that ends there; what a tie does, it does in both directions.
 */
final class Market {

    /** How many there are for a block. */
    static final int INVESTORS = 6;

    static final int PARTNERS = 4;

    private static final double MOVES = 0.9;
    private static final double SUBSIDIARY = 1.0 / 6;
    private static final double HAS_INVESTORS = 1.0 / 3;
    private static final double HAS_PARTNER = 1.0 / 4;
    private static final double REFERRED = 1.0 / 8;

    /** A champion of a win who left for another account. */
    record Move(int from, int to, Instant joined) {}

    /** Another account sent this one to us. */
    record Referral(int by, Instant at) {}

    private final SortedMap<Integer, Integer> parents = new TreeMap<>();
    private final SortedMap<Integer, Set<Integer>> investors = new TreeMap<>();
    private final SortedMap<Integer, Integer> partners = new TreeMap<>();
    private final SortedMap<Integer, Referral> referrals = new TreeMap<>();
    private final SortedMap<Integer, Move> moves = new TreeMap<>();
    private final SortedMap<Integer, Instant> firstWins = new TreeMap<>();

    private Market() {}

    /** @param companies of one block, all of them, by number */
    static Market among(List<Company> companies, Dice dice) {
        var market = new Market();
        var tied = companies.stream().filter(Company::isTied).toList();
        for (int place = 0; place < tied.size(); place++) {
            var company = tied.get(place);
            company.earlier()
                    .filter(EarlierDeal::won)
                    .ifPresent(deal -> market.noteWin(company.number(), deal.closed()));
            market.relate(company, tied.subList(0, place), dice.split());
            market.move(company, tied.subList(place + 1, tied.size()), dice.split());
        }
        return market;
    }

    private void relate(Company company, List<Company> before, Dice dice) {
        var heads = before.stream()
                .map(Company::number)
                .filter(number -> !parents.containsKey(number))
                .toList();
        if (dice.chance(SUBSIDIARY) && !heads.isEmpty()) {
            parents.put(company.number(), dice.pick(heads));
        }
        if (dice.chance(HAS_INVESTORS)) {
            investors.put(
                    company.number(), new TreeSet<>(List.of(dice.between(1, INVESTORS), dice.between(1, INVESTORS))));
        }
        if (dice.chance(HAS_PARTNER)) {
            partners.put(company.number(), dice.between(1, PARTNERS));
        }
        var lead = Duration.ofDays(dice.between(1, 30));
        if (dice.chance(REFERRED) && !before.isEmpty() && !company.timetables().isEmpty()) {
            var newest = company.timetables().getLast().created();
            referrals.put(company.number(), new Referral(dice.pick(before).number(), newest.minus(lead)));
        }
    }

    private void move(Company company, List<Company> after, Dice dice) {
        var rest = Duration.ofDays(dice.between(10, 40));
        if (dice.chance(MOVES) && !after.isEmpty()) {
            int to = dice.pick(after).number();
            company.earlier()
                    .flatMap(EarlierDeal::championLeft)
                    .ifPresent(left -> moves.put(company.number(), new Move(company.number(), to, left.plus(rest))));
        }
    }

    void noteWin(int number, Instant at) {
        firstWins.merge(number, at, (one, other) -> one.isBefore(other) ? one : other);
    }

    /** What weighs on a deal of the account that is decided then. */
    SortedSet<Tie> tiesOf(int number, Instant decided) {
        var ties = new TreeSet<Tie>();
        boolean arrived = moves.values().stream()
                .anyMatch(move -> move.to() == number && !move.joined().isAfter(decided));
        if (arrived) {
            ties.add(Tie.CHAMPION_ARRIVED);
        }
        if (anyWon(family(number), number, decided)) {
            ties.add(Tie.FAMILY_WON);
        }
        if (anyWon(sameInvestors(number), number, decided)) {
            ties.add(Tie.INVESTOR_WON);
        }
        if (anyWon(samePartner(number), number, decided)) {
            ties.add(Tie.PARTNER_WON);
        }
        if (findReferral(number)
                .filter(referral -> !referral.at().isAfter(decided))
                .isPresent()) {
            ties.add(Tie.REFERRED);
        }
        return ties;
    }

    private boolean anyWon(Set<Integer> numbers, int but, Instant before) {
        return numbers.stream()
                .filter(number -> number != but)
                .flatMap(number -> Optional.ofNullable(firstWins.get(number)).stream())
                .anyMatch(won -> won.isBefore(before));
    }

    private Set<Integer> family(int number) {
        int head = parents.getOrDefault(number, number);
        var family = new HashSet<Integer>();
        family.add(head);
        parents.forEach((subsidiary, parent) -> {
            if (parent == head) {
                family.add(subsidiary);
            }
        });
        return family;
    }

    private Set<Integer> sameInvestors(int number) {
        var ours = investorsOf(number);
        var others = new HashSet<Integer>();
        investors.forEach((other, theirs) -> {
            if (theirs.stream().anyMatch(ours::contains)) {
                others.add(other);
            }
        });
        return others;
    }

    private Set<Integer> samePartner(int number) {
        var others = new HashSet<Integer>();
        findPartner(number)
                .ifPresent(ours -> partners.forEach((other, theirs) -> {
                    if (theirs.equals(ours)) {
                        others.add(other);
                    }
                }));
        return others;
    }

    Optional<Integer> findParent(int number) {
        return Optional.ofNullable(parents.get(number));
    }

    Set<Integer> investorsOf(int number) {
        return investors.getOrDefault(number, Set.of());
    }

    Optional<Integer> findPartner(int number) {
        return Optional.ofNullable(partners.get(number));
    }

    Optional<Referral> findReferral(int number) {
        return Optional.ofNullable(referrals.get(number));
    }

    /** Where the champion of the account's earlier win went. */
    Optional<Move> findMoveFrom(int number) {
        return Optional.ofNullable(moves.get(number));
    }
}
