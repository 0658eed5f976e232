package io.caucus.api.cli;

import io.caucus.api.assessment.Others;
import io.caucus.api.cli.FeatureProgress.Reached;
import io.caucus.cypher.Neo4j;
import io.caucus.features.AccountContext;
import io.caucus.features.FeatureCatalogue;
import io.caucus.graphmodel.AccountGraph;
import io.caucus.graphmodel.assessment.KeptFeatures;
import io.caucus.graphmodel.assessment.KeptInfluences;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.scoring.Replay;
import io.caucus.scoring.outcome.Outcomes;
import io.caucus.scoring.outcome.TargetRows;
import io.caucus.scoring.table.FeatureTable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** Computes the features of all accounts, a page at a time: while one is computed on all cores, the next is being read. */
final class FeatureRun {

    private final Neo4j graph;
    private final FeatureCatalogue catalogue;
    private final Output output;

    /** As of when values were kept, and of how many accounts, by this run and those it went on with. */
    record Kept(AsOf asOf, long accounts) {}

    /** What is kept of one account. */
    private record Computed(KeptFeatures features, KeptInfluences influences) {}

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
        forEachPage(instant, before.map(Reached::last), this::computed, page -> {
            var store = graph.assessmentStore();
            store.keepInfluences(page.stream().map(Computed::influences).toList());
            store.keepFeatures(page.stream().map(Computed::features).toList());
            long accounts = done.addAndGet(page.size());
            progress.reach(new Reached(
                    instant,
                    catalogue.version(),
                    place,
                    page.getLast().features().account(),
                    accounts));
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

    /** Adds all accounts as of each of the instants to a table. */
    void tell(List<AsOf> instants, FeatureTable table) {
        for (AsOf asOf : instants) {
            forEachPage(asOf, Optional.empty(), catalogue::compute, page -> page.forEach(table::add));
        }
    }

    /** Adds what is asked about accounts as of each of the instants to a table. */
    void tell(List<AsOf> instants, Function<AccountContext, List<TargetRows.Row>> rows, FeatureTable table) {
        for (AsOf asOf : instants) {
            forEachPage(
                    asOf,
                    Optional.empty(),
                    rows,
                    page -> page.forEach(asked -> asked.forEach(row -> table.add(row.features(), row.cells()))));
        }
    }

    /** What came of all accounts by an instant. */
    Outcomes outcomes(AsOf until) {
        var outcomes = new Outcomes();
        graph.accountGraph().forEachHistory(until, outcomes::note);
        return outcomes;
    }

    private Computed computed(AccountContext account) {
        return new Computed(
                Replay.keep(catalogue.compute(account)), account.champions().kept());
    }

    private <T> void forEachPage(
            AsOf asOf, Optional<AccountId> after, Function<AccountContext, T> computation, Consumer<List<T>> consumer) {
        AccountGraph accounts = graph.accountGraph();
        var others = Others.read(accounts, catalogue, asOf);
        try (var progress = ProgressLine.of("Features", "accounts", output)) {
            accounts.forEachPage(asOf, after, page -> {
                var computed = page.parallelStream()
                        .map(history -> catalogue.account(history, others.peers(), others.network()))
                        .map(computation)
                        .toList();
                if (!computed.isEmpty()) {
                    consumer.accept(computed);
                }
                progress.advance(computed.size());
            });
        }
    }
}
