package io.caucus.graphmodel;

import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.SourceRecord;
import java.util.List;

/** The facts read from one source record: the unit that is written once or not at all. */
public record SourcedFacts(SourceRecord source, List<Fact> facts) {

    public SourcedFacts {
        facts = List.copyOf(facts);
    }
}
