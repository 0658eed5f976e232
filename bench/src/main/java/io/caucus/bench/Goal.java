package io.caucus.bench;

/**
 * What was asked of a figure, and whether it kept to it.
 *
 * @param what the figure says
 * @param found it, with its 95 % interval where it has one
 * @param wanted what it should be
 */
record Goal(String what, String found, String wanted, boolean isMet) {

    static String heading() {
        return "%n%-58s %-36s %s%n".formatted("", "found", "wanted");
    }

    String row() {
        return "%-58s %-36s %-18s %s%n".formatted(what, found, wanted, isMet ? "met" : "missed");
    }
}
