package io.caucus.ingest.conversation;

import java.util.List;

/** How the reading of one conversation went. */
public sealed interface Extraction {

    /**
     * The words were read.
     *
     * @param spotted in the order in which the words stand, each kind and detail once
     * @param cut whether words beyond {@link SignalExtractor#MOST_CHARACTERS} were left unread
     * @param dropped why parts of the extractor's answer do not count, one sentence each; without personal data
     */
    record Read(List<Spotted> spotted, boolean cut, List<String> dropped) implements Extraction {

        public Read {
            spotted = List.copyOf(spotted);
            dropped = List.copyOf(dropped);
        }
    }

    /**
     * The words were not read, and nothing is known about them.
     *
     * @param reason half a sentence; without personal data
     */
    record NotRead(String reason) implements Extraction {}
}
