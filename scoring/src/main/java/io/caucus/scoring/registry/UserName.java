package io.caucus.scoring.registry;

import java.util.Locale;

/** Who did something, as they call themselves: a claim, which whoever lets them in has to check. */
public record UserName(String name) {

    private static final int LONGEST = 100;

    public UserName {
        name = name.strip().replaceAll("\\s+", " ");
        if (name.isEmpty() || name.length() > LONGEST || name.codePoints().anyMatch(UserName::isInvisible)) {
            throw new RegistryRefused(
                    "the name '%s' names nobody: it must have 1 to %d characters, all of them visible; say who decides"
                            .formatted(name.replaceAll("\\p{C}", "?"), LONGEST));
        }
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** Capitals make nobody else. */
    public boolean isSameAs(UserName other) {
        return name.toLowerCase(Locale.ROOT).equals(other.name.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name;
    }
}
