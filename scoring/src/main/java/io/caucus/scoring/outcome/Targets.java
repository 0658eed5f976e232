package io.caucus.scoring.outcome;

import java.util.List;
import java.util.stream.Collectors;

/** All that can be asked. */
public final class Targets {

    /** By id. */
    public static final List<Target> ALL = List.of(AccountTarget.CONVERTS, new SlipTarget(), new WinTarget());

    private Targets() {}

    /** @throws IllegalArgumentException if there is none */
    public static Target get(String id) {
        return ALL.stream()
                .filter(target -> target.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no target '%s'; there are %s".formatted(id, ids())));
    }

    private static String ids() {
        return ALL.stream().map(Target::id).collect(Collectors.joining(", "));
    }
}
