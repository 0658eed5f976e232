package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.time.FactTime;

/** One account belongs to another. */
public record Subsidiary(AccountId subsidiary, AccountId parent, FactTime time) implements Fact {

    public Subsidiary {
        if (subsidiary.equals(parent)) {
            throw new IllegalArgumentException("account '%s' cannot be its own parent".formatted(parent));
        }
    }
}
