package io.caucus.ingest;

import java.util.List;
import java.util.Map;

/** What the export of one system looks like. An instance serves one run: what its files list is remembered from file to file. */
interface Profile {

    /** The name of the profile and of the source: keys begin with it. */
    String name();

    /**
     * The files in the order in which they are read, so that what a row refers to has been told before. A file may be read more
     * than once, each time for other records.
     */
    List<SourceFile> files();

    /** What is expected of its files. */
    default Expectations expectations() {
        return Expectations.of(name());
    }

    /**
     * The run begins.
     *
     * @param there the files that are there and can be read
     */
    default void begin(List<SourceFile> there) {}

    /** What the rows read so far have taught about those to come; empty where each row stands for itself. */
    default Map<String, List<String>> learned() {
        return Map.of();
    }

    /** Takes over what {@link #learned} said in an earlier run that this one goes on with. */
    default void recall(Map<String, List<String>> learned) {}
}
