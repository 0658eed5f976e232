package io.caucus.graphmodel.quality;

import java.util.List;
import java.util.Optional;

/** Remembers how exports looked, so that the next one can be held against the last. */
public interface ImportMemory {

    /** Keeps it with the import's batch; keeping it again changes nothing. */
    void keep(FinishedImport finished);

    /** The columns of each file of a source as its last finished import saw them; empty when there was none. */
    List<SeenColumn> lastColumns(String source);

    /**
     * What was last expected of each file and kind of record, by source and import; a file of which a later import brought none is
     * as the earlier one saw it.
     *
     * @param source empty asks for all sources
     */
    List<LastJudged> lastJudged(Optional<String> source);
}
