package io.caucus.graphmodel;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long opportunities stayed in each stage: the yardstick for calling one of them slow.
 *
 * @param byStage spells by stage name, each list sorted
 */
public record StageSpells(SortedMap<String, List<Spell>> byStage) {

    public static final StageSpells NONE = new StageSpells(new TreeMap<>());

    /**
     * One opportunity's stay in one stage.
     *
     * @param days length so far
     * @param ended whether the opportunity has left the stage; if not, the stay is at least this long (censored)
     */
    public record Spell(double days, boolean ended) implements Comparable<Spell> {

        @Override
        public int compareTo(Spell other) {
            int byDays = Double.compare(days, other.days);
            return byDays != 0 ? byDays : Boolean.compare(ended, other.ended);
        }
    }

    public StageSpells {
        var sorted = new TreeMap<String, List<Spell>>();
        byStage.forEach(
                (stage, spells) -> sorted.put(stage, spells.stream().sorted().toList()));
        byStage = Collections.unmodifiableSortedMap(sorted);
    }

    public List<Spell> in(String stage) {
        return byStage.getOrDefault(stage, List.of());
    }
}
