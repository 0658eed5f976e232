package io.caucus.world;

import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import io.caucus.world.Life.Act;
import io.caucus.world.Life.Saying;
import io.caucus.world.TrueStage.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The stage of one account's committee, day by day, from what was planted: the rules are those of the module's README, and no feature's
 * code is used.
 */
final class StageTruth {

    private static final Duration AWARE = Duration.ofDays(90);
    private static final Duration ACTIVE = Duration.ofDays(30);
    private static final int MEMORY = 90;
    private static final int FEWEST_PEOPLE = 3;
    private static final int FEWEST_FUNCTIONS = 2;
    private static final int FEWEST_MOVED = 3;
    private static final double COMPLETE = 0.7;
    private static final double LIVE = 0.5;
    private static final double SIGNIFICANCE = 0.05;
    private static final Set<ConversationSignal> YES =
            Set.of(ConversationSignal.POSITIVE_REPLY, ConversationSignal.MEETING_BOOKED);

    /** @param live the roles that were at least half filled by active holders */
    private record Day(boolean hasFormed, boolean hasChampion, SortedSet<CommitteeRole> live) {}

    private final Company company;
    private final Optional<Member> champion;
    private final Committee committee;
    private final Life life;
    private final Rhythm rhythm;
    private final Map<PersonId, Act> last = new LinkedHashMap<>();
    private final List<Day> days = new ArrayList<>();

    StageTruth(Company company, Staff staff, Committee committee, Life life, Rhythm rhythm) {
        this.company = company;
        this.champion = staff.lead();
        this.committee = committee;
        this.life = life;
        this.rhythm = rhythm;
    }

    /** Dated changes, the first on the first day of the story. */
    List<TrueStage> tell(Calendar calendar) {
        var changes = new ArrayList<TrueStage>();
        int next = 0;
        for (int day = Calendar.DAYS - 1; day >= 0; day--) {
            var at = calendar.daysAgo(day);
            while (next < life.acts().size() && !life.acts().get(next).at().isAfter(at)) {
                var act = life.acts().get(next);
                last.put(act.member().id(), act);
                next++;
            }
            var standing = standing(day, at);
            if (changes.isEmpty() || changes.getLast().standing() != standing) {
                changes.add(new TrueStage(at, standing));
            }
        }
        return changes;
    }

    private Standing standing(int day, Instant at) {
        var fills = fills(at);
        var rung = rung(at, fills);
        var live = new TreeSet<CommitteeRole>();
        fills.forEach((role, fill) -> {
            if (fill >= LIVE) {
                live.add(role);
            }
        });
        var today = new Day(rung.hasFormed(), hasChampion(at), live);
        boolean isRegressing = isRegressing(day, today);
        days.add(today);
        if (!isAware(at)) {
            return Standing.UNAWARE;
        }
        return isRegressing ? Standing.REGRESSING : rung;
    }

    private boolean isAware(Instant at) {
        return last.values().stream().anyMatch(act -> act.at().isAfter(at.minus(AWARE)));
    }

    private boolean isRegressing(int day, Day today) {
        var formed = days.subList(Math.max(0, days.size() - MEMORY), days.size()).stream()
                .filter(Day::hasFormed)
                .toList();
        if (formed.isEmpty()) {
            return false;
        }
        return rhythm.hasSlackened(day)
                || formed.stream().anyMatch(then -> then.hasChampion() && !today.hasChampion())
                || formed.stream().anyMatch(then -> !today.live().containsAll(then.live()));
    }

    /** Without looking back. */
    private Standing rung(Instant at, Map<CommitteeRole, Double> fills) {
        var active = active(at);
        boolean decides =
                active.stream().anyMatch(member -> member.job().realSeniority().isExecutive())
                        || isActiveIn(CommitteeRole.ECONOMIC_BUYER, at, active);
        if (mean(fills) >= COMPLETE && decides) {
            return isNextStepNamed(at) && !isObjectionOpen(at) ? Standing.CONSENSUS : Standing.COMPLETE;
        }
        long functions = active.stream()
                .map(member -> member.job().realFunction())
                .distinct()
                .count();
        if (active.size() < FEWEST_PEOPLE || functions < FEWEST_FUNCTIONS) {
            return Standing.SINGLE_THREADED;
        }
        return isMoved(at, active) || isTogether(at) ? Standing.MOBILISED : Standing.FORMING;
    }

    private List<Member> active(Instant at) {
        return last.values().stream()
                .filter(act ->
                        act.at().isAfter(at.minus(ACTIVE)) && act.member().isThere(at))
                .map(Act::member)
                .toList();
    }

    private boolean isActiveIn(CommitteeRole role, Instant at, List<Member> active) {
        return committee.seats().stream()
                .anyMatch(seat -> seat.role() == role && seat.isHeldAt(at) && active.contains(seat.holder()));
    }

    /** How much of each role's seats is filled by holders who are active. */
    private Map<CommitteeRole, Double> fills(Instant at) {
        var fills = new TreeMap<CommitteeRole, Double>();
        if (committee.seats().isEmpty()) {
            return fills;
        }
        company.plan().segment().required().forEach((role, people) -> {
            double filled = 0;
            for (Committee.Seat seat : committee.seats()) {
                filled += seat.role() == role && seat.isHeldAt(at) ? activity(seat.holder(), at) : 0;
            }
            fills.put(role, Math.min(1, filled / people));
        });
        return fills;
    }

    private double activity(Member member, Instant at) {
        return Optional.ofNullable(last.get(member.id()))
                .map(act -> Duration.between(act.at(), at))
                .map(silence -> StrictMath.pow(
                        0.5, Math.max(0.0, (double) silence.minus(ACTIVE).toSeconds()) / ACTIVE.toSeconds()))
                .orElse(0.0);
    }

    private static double mean(Map<CommitteeRole, Double> fills) {
        double sum = 0;
        for (double fill : fills.values()) {
            sum += fill;
        }
        return fills.isEmpty() ? 0 : sum / fills.size();
    }

    private boolean hasChampion(Instant at) {
        boolean isPlanted = company.plan().pattern().hasChampion();
        return champion.filter(lead -> lead.isThere(at))
                .filter(lead -> isPlanted || committee.seats().stream().anyMatch(seat -> isSeatOf(lead, seat, at)))
                .isPresent();
    }

    private static boolean isSeatOf(Member lead, Committee.Seat seat, Instant at) {
        return seat.role() == CommitteeRole.CHAMPION && seat.holder().equals(lead) && seat.isHeldAt(at);
    }

    private boolean isMoved(Instant at, List<Member> active) {
        long moved = life.acts().stream()
                .filter(act -> act.movedBy().isPresent() && isIn(act.at(), at, AWARE))
                .map(act -> act.member().id())
                .distinct()
                .count();
        return moved >= FEWEST_MOVED && champion.filter(active::contains).isPresent();
    }

    private boolean isTogether(Instant at) {
        var days = new TreeMap<PersonId, Set<Long>>();
        for (Act act : life.acts()) {
            if (isIn(act.at(), at, ACTIVE) && act.member().isThere(at)) {
                days.computeIfAbsent(act.member().id(), first -> new TreeSet<>())
                        .add(Duration.between(act.at(), at).toDays());
            }
        }
        return isMoreThanChance(List.copyOf(days.values()));
    }

    /** Each set holds the days on which one was active. */
    private static boolean isMoreThanChance(List<Set<Long>> days) {
        long pairs = 0;
        double expected = 0;
        for (int one = 0; one < days.size(); one++) {
            for (Set<Long> other : days.subList(one + 1, days.size())) {
                pairs += days.get(one).stream().filter(other::contains).count();
                expected += (double) days.get(one).size() * other.size() / ACTIVE.toDays();
            }
        }
        return pairs > 0 && poissonTail(pairs, expected) < SIGNIFICANCE;
    }

    /** How likely a Poisson number is at least so large. */
    private static double poissonTail(long least, double mean) {
        double term = StrictMath.exp(-mean);
        double below = 0;
        for (long count = 0; count < least; count++) {
            below += term;
            term *= mean / (count + 1);
        }
        return 1 - below;
    }

    private boolean isNextStepNamed(Instant at) {
        return life.sayings().stream()
                .anyMatch(saying ->
                        saying.signal() == ConversationSignal.MEETING_BOOKED && isIn(saying.at(), at, ACTIVE));
    }

    private boolean isObjectionOpen(Instant at) {
        var open = new HashMap<PersonId, Boolean>();
        for (Saying saying : life.sayings()) {
            if (isIn(saying.at(), at, AWARE) && saying.member().isThere(at)) {
                note(saying, open);
            }
        }
        return open.containsValue(true);
    }

    private static void note(Saying saying, Map<PersonId, Boolean> open) {
        if (Talk.OBJECTIONS.contains(saying.signal())) {
            open.put(saying.member().id(), true);
        } else if (YES.contains(saying.signal())) {
            open.put(saying.member().id(), false);
        }
    }

    private static boolean isIn(Instant instant, Instant at, Duration window) {
        return instant.isAfter(at.minus(window)) && !instant.isAfter(at);
    }
}
