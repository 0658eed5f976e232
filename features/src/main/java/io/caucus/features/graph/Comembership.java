package io.caucus.features.graph;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Who belongs to the same groups: investors of the same accounts, authors of the same papers.
 *
 * <p><b>Definition.</b> An edge between two members for every group that both belong to, so that those who share three groups are joined
 * by three parallel edges. A group of more than so many members joins nobody. Belonging twice is belonging once.
 *
 * <p><b>Source.</b> R. Breiger, "The duality of persons and groups", Social Forces 53 (1974).
 *
 * <p><b>Cost.</b> O(m log m) for m memberships, and g·(g − 1)/2 edges for a group of g. <b>Determinism.</b> The order of memberships leaves no trace.
 */
public final class Comembership {

    private Comembership() {}

    /**
     * @param size members are numbered 0 … size − 1
     * @param members of the memberships
     * @param groups of the memberships, in the same order; any numbers from 0 on
     * @param mostMembers what a group may have and still join its members
     */
    public static Csr of(int size, int[] members, int[] groups, int mostMembers) {
        if (members.length != groups.length) {
            throw new IllegalArgumentException("%d members for %d groups; each membership needs one of each"
                    .formatted(members.length, groups.length));
        }
        var memberships = distinct(IntStream.range(0, members.length)
                .mapToLong(place -> (long) groups[place] << Integer.SIZE | members[place])
                .toArray());
        var ones = new IntList();
        var others = new IntList();
        for (int begin = 0; begin < memberships.length; ) {
            int end = end(memberships, begin);
            if (end - begin <= mostMembers) {
                join(memberships, begin, end, ones, others);
            }
            begin = end;
        }
        return Csr.undirected(size, array(ones), array(others));
    }

    private static long[] distinct(long[] memberships) {
        Arrays.parallelSort(memberships);
        return IntStream.range(0, memberships.length)
                .filter(place -> place == 0 || memberships[place] != memberships[place - 1])
                .mapToLong(place -> memberships[place])
                .toArray();
    }

    /** After the last membership of the group that begins there. */
    private static int end(long[] memberships, int begin) {
        long next = ((memberships[begin] >> Integer.SIZE) + 1) << Integer.SIZE;
        int found = Arrays.binarySearch(memberships, begin, memberships.length, next);
        return found < 0 ? -found - 1 : found;
    }

    private static void join(long[] memberships, int begin, int end, IntList ones, IntList others) {
        for (int one = begin; one < end; one++) {
            for (int other = one + 1; other < end; other++) {
                ones.add((int) memberships[one]);
                others.add((int) memberships[other]);
            }
        }
    }

    private static int[] array(IntList list) {
        return IntStream.range(0, list.size()).map(list::get).toArray();
    }
}
