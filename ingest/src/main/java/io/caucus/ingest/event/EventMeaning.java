package io.caucus.ingest.event;

import io.caucus.graphmodel.fact.Fact;
import io.caucus.ingest.References;
import java.util.List;

/** What one event tells. The same answer whenever it is asked, as long as the same people work at the same accounts. */
public interface EventMeaning {

    /** Says what has to be looked up before {@link #facts}. */
    default void refer(References references) {}

    /**
     * @return empty when the event says nothing the graph keeps
     * @throws io.caucus.ingest.RejectedRow when it cannot be told, or has no place in the graph yet
     */
    List<Fact> facts(References references);
}
