package io.caucus.world;

import io.caucus.graphmodel.SourcedFacts;
import java.util.List;

/** One account, complete: what is on record, and what is true. */
public record ToldAccount(List<SourcedFacts> records, WorldTruth truth) {

    public ToldAccount {
        records = List.copyOf(records);
    }
}
