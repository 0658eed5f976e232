package io.caucus.graphmodel;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which stage comes after which, as opportunities of all accounts ran through them: no source tells it, and a pipeline may be
 * changed. Two stages of which as many opportunities entered one first as the other have no order.
 *
 * @param passages how many opportunities first entered the earlier stage before they first entered the later one
 */
public record StageOrder(SortedMap<Passage, Integer> passages) {

    public static final StageOrder NONE = new StageOrder(new TreeMap<>());

    /**
     * @param pipeline empty for opportunities whose source names none
     * @param earlier a stage that is neither won nor lost, as is {@code later}
     */
    public record Passage(String pipeline, String earlier, String later) implements Comparable<Passage> {

        private static final Comparator<Passage> ORDER = Comparator.comparing(Passage::pipeline)
                .thenComparing(Passage::earlier)
                .thenComparing(Passage::later);

        Passage reversed() {
            return new Passage(pipeline, later, earlier);
        }

        @Override
        public int compareTo(Passage other) {
            return ORDER.compare(this, other);
        }
    }

    public StageOrder {
        passages = Collections.unmodifiableSortedMap(new TreeMap<>(passages));
    }

    /** Whether more opportunities passed these stages this way round than the other. */
    public boolean isUsual(Passage passage) {
        return times(passage) > times(passage.reversed());
    }

    /** Whether more opportunities passed these stages the other way round. */
    public boolean isBackwards(Passage passage) {
        return isUsual(passage.reversed());
    }

    private int times(Passage passage) {
        return passages.getOrDefault(passage, 0);
    }
}
