package io.caucus.bench;

import io.caucus.scoring.learn.LearningTable;
import io.caucus.world.TrueDeal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How likely each row of a table of open deals comes true, as somebody knows who knows all that is planted but the noise. */
final class PlantedChances {

    private final Duration horizon;
    private final Map<Key, Chance> chances = new HashMap<>();

    private record Key(String deal, Instant cutoff) {}

    /**
     * Of one row, its timetable known: nothing if the deal is decided after the horizon, and what it takes to get through the stages that
     * are left if it is decided before.
     *
     * @param win that it comes true
     * @param withoutTies what that would be, had no tie weighed on the deal
     */
    record Chance(double win, double withoutTies) {}

    /** A row of which the truth knows. */
    record Known(LearningTable.Row row, Chance chance) {}

    PlantedChances(Duration horizon) {
        this.horizon = horizon;
    }

    void add(TrueDeal deal, Instant cutoff) {
        deal.stepAt(cutoff)
                .ifPresent(step -> chances.put(
                        new Key(deal.deal().value(), cutoff),
                        isDecidedInTime(deal, cutoff)
                                ? new Chance(step.winProbability(), step.withoutTies())
                                : new Chance(0, 0)));
    }

    private boolean isDecidedInTime(TrueDeal deal, Instant cutoff) {
        return deal.decided().isAfter(cutoff) && !deal.decided().isAfter(cutoff.plus(horizon));
    }

    /** Empty of a deal that a story holds in its stage. */
    Optional<Chance> find(LearningTable.Row row) {
        return Optional.ofNullable(chances.get(new Key(row.id(), row.cutoff())));
    }

    /** Those of which the truth knows, in their order. */
    List<Known> known(List<LearningTable.Row> rows) {
        return rows.stream()
                .flatMap(row -> find(row).stream().map(chance -> new Known(row, chance)))
                .toList();
    }
}
