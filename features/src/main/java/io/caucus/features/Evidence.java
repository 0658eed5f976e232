package io.caucus.features;

import java.util.List;

/**
 * What a value was made of: the most telling items, and how many there are in all. Deleting the facts an item cites changes
 * the value.
 *
 * @param items at most {@link #MOST_ITEMS}, most telling first
 * @param totalCount how many items made the value
 */
public record Evidence(List<EvidenceItem> items, int totalCount) {

    public static final int MOST_ITEMS = 20;
    public static final Evidence NONE = new Evidence(List.of(), 0);

    public Evidence {
        items = List.copyOf(items);
        if (items.size() > MOST_ITEMS || items.size() > totalCount) {
            throw new IllegalArgumentException("evidence has %d items of %d; at most %d and no more than there are"
                    .formatted(items.size(), totalCount, MOST_ITEMS));
        }
    }

    /** The first items of all that there are. */
    public static Evidence of(List<? extends EvidenceItem> all) {
        return new Evidence(List.copyOf(all.subList(0, Math.min(MOST_ITEMS, all.size()))), all.size());
    }
}
