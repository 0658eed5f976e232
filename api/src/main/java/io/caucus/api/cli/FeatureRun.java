package io.caucus.api.cli;

import io.caucus.api.cli.FeatureProgress.Reached;
import io.caucus.cypher.Neo4j;
import io.caucus.features.FeatureCatalogue;
import io.caucus.features.FeatureVector;
import io.caucus.graphmodel.AccountGraph;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.scoring.Replay;
import io.caucus.scoring.table.FeatureTable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Computes the features of all accounts, a page at a time: while one is computed on all cores, the next is being read. */
final class FeatureRun {

    private final Neo4j graph;
    private final FeatureCatalogue catalogue;
    private final Output output;

    /** As of when values were kept, and of how many accounts, by this run and those it went on with. */
    record Kept(AsOf asOf, long accounts) {}

    FeatureRun(Neo4j graph, FeatureCatalogue catalogue, Output output) {
        this.graph = graph;
        this.catalogue = catalogue;
        this.output = output;
    }

    /**
     * Keeps the values in the graph. A run that was ended in the middle is gone on with, at its own instant, unless its values cannot
     * stand beside those of this one.
     *
     * @param asOf the instant of a run that begins
     * @param place which graph that is, see {@link OpenGraph#place}
     */
    Kept keepAll(AsOf asOf, FeatureProgress progress, String place) {
        var before = progress.reached().filter(reached -> canGoOn(reached, place));
        before.ifPresent(reached ->
                output.remark("Going on with the run as of %s, %,d accounts done. To compute all again: --again"
                        .formatted(reached.asOf(), reached.accounts())));
        var instant = before.map(Reached::asOf).orElse(asOf);
        var done = new AtomicLong(before.map(Reached::accounts).orElse(0L));
        forEachPage(instant, before.map(Reached::last), page -> {
            graph.assessmentStore().keepFeatures(page.stream().map(Replay::keep).toList());
            long accounts = done.addAndGet(page.size());
            progress.reach(new Reached(
                    instant, catalogue.version(), place, page.getLast().account(), accounts));
        });
        progress.end();
        return new Kept(instant, done.get());
    }

    private boolean canGoOn(Reached reached, String place) {
        var hindrance = hindrance(reached, place);
        hindrance.ifPresent(reason -> output.remark(
                "The run as of %s ended after %,d accounts and cannot go on, since %s. All accounts are computed anew."
                        .formatted(reached.asOf(), reached.accounts(), reason)));
        return hindrance.isEmpty();
    }

    private Optional<String> hindrance(Reached reached, String place) {
        if (!reached.catalogueVersion().equals(catalogue.version())) {
            return Optional.of("its definitions are %s and those of today %s"
                    .formatted(reached.catalogueVersion(), catalogue.version()));
        }
        return reached.graph().equals(place)
                ? Optional.empty()
                : Optional.of("it kept its values in another graph, %s".formatted(reached.graph()));
    }

    /** Adds every account as of each of the instants to a table. */
    void tell(List<AsOf> instants, FeatureTable table) {
        for (AsOf asOf : instants) {
            forEachPage(asOf, Optional.empty(), page -> page.forEach(table::add));
        }
    }

    private void forEachPage(AsOf asOf, Optional<AccountId> after, Consumer<List<FeatureVector>> consumer) {
        AccountGraph accounts = graph.accountGraph();
        var peers = accounts.peers(asOf, catalogue.parameters().product().window());
        try (var progress = ProgressLine.of("Features", "accounts", output)) {
            accounts.forEachPage(asOf, after, page -> {
                var vectors = page.parallelStream()
                        .map((AccountHistory history) -> catalogue.compute(history, peers))
                        .toList();
                if (!vectors.isEmpty()) {
                    consumer.accept(vectors);
                }
                progress.advance(vectors.size());
            });
        }
    }
}
