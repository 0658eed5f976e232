package io.caucus.api.cli;

import io.caucus.cypher.Neo4j;
import io.caucus.features.FeatureCatalogue;
import io.caucus.features.FeatureVector;
import io.caucus.graphmodel.AccountGraph;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.scoring.Replay;
import io.caucus.scoring.table.FeatureTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Computes the features of all accounts, a page at a time: while one is computed on all cores, the next is being read. */
final class FeatureRun {

    private final Neo4j graph;
    private final FeatureCatalogue catalogue;
    private final Output output;

    FeatureRun(Neo4j graph, FeatureCatalogue catalogue, Output output) {
        this.graph = graph;
        this.catalogue = catalogue;
        this.output = output;
    }

    /**
     * Keeps the values in the graph. A run that was ended in the middle is gone on with.
     *
     * @param dataFolder where it is noted how far the run has come
     * @param again forgets an earlier run that did not end
     * @return how many accounts were computed by this run
     */
    long keepAll(AsOf asOf, Path dataFolder, boolean again) {
        var note = FeatureProgress.of(dataFolder, catalogue.version(), asOf);
        if (again) {
            note.end();
        }
        var after = note.lastKept();
        after.ifPresent(account -> output.remark(
                "Going on after %s, where an earlier run ended. To compute all again: --again".formatted(account)));
        long accounts = forEachPage(asOf, after, page -> {
            graph.assessmentStore().keepFeatures(page.stream().map(Replay::keep).toList());
            note.kept(page.getLast().account());
        });
        note.end();
        return accounts;
    }

    /** Adds every account as of each of the instants to a table. */
    void tell(List<AsOf> instants, FeatureTable table) {
        for (AsOf asOf : instants) {
            forEachPage(asOf, Optional.empty(), page -> page.forEach(table::add));
        }
    }

    private long forEachPage(AsOf asOf, Optional<AccountId> after, Consumer<List<FeatureVector>> consumer) {
        AccountGraph accounts = graph.accountGraph();
        var peers = accounts.peers(asOf, catalogue.parameters().product().window());
        var count = new AtomicLong();
        try (var progress = ProgressLine.of("Features", "accounts", output)) {
            accounts.forEachPage(asOf, after, page -> {
                var vectors = page.parallelStream()
                        .map((AccountHistory history) -> catalogue.compute(history, peers))
                        .toList();
                if (!vectors.isEmpty()) {
                    consumer.accept(vectors);
                }
                count.addAndGet(vectors.size());
                progress.advance(vectors.size());
            });
        }
        return count.get();
    }
}
