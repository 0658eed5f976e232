package io.caucus.ingest.conversation;

import io.caucus.graphmodel.fact.ExtractorVersion;

/** Finds signals in words. Implementations may be asked by several threads at once. */
public interface SignalExtractor {

    /** Of a longer text only the beginning is read. */
    int MOST_CHARACTERS = 64 * 1024;

    ExtractorVersion version();

    /** Never fails: what goes wrong is part of the answer. */
    Extraction extract(Conversation conversation);
}
