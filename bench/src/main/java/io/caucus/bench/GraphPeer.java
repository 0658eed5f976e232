package io.caucus.bench;

import java.io.IOException;

/** Somebody else's passes over a whole graph, in a process of its own that holds the graph. */
interface GraphPeer extends AutoCloseable {

    String RANK = "PageRank";
    String COMPONENTS = "components";

    /** @param figure which every contender has to come to: the highest rank, or the number of components */
    record Answer(double seconds, double figure) {}

    /** What it is called in tables. */
    String name();

    /** Its name and version. */
    String version();

    /** @param work {@link #RANK} or {@link #COMPONENTS} */
    Answer ask(String work) throws IOException;

    @Override
    void close();
}
