package io.caucus.features.graph;

import java.util.Arrays;

/** Integers in the order in which they were added. */
final class IntList {

    private int[] values = new int[64];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size] = value;
        size++;
    }

    int get(int place) {
        return values[place];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }
}
