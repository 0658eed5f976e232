package io.caucus.bench;

import io.caucus.graphmodel.SourcedFacts;
import java.util.List;

/**
 * One way to do the work that is measured.
 *
 * @param name as the results show it, and part of the keys of what it writes, so that contenders do not meet
 * @param work writes one batch; called from several threads
 */
record Contender(String name, Work work) {

    @FunctionalInterface
    interface Work {

        void write(List<SourcedFacts> batch);
    }
}
