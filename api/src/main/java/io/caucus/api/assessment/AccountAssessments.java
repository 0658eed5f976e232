package io.caucus.api.assessment;

import io.caucus.features.ExplainedFeature;
import io.caucus.features.FeatureCatalogue;
import io.caucus.features.FeatureValue;
import io.caucus.features.FeatureVector;
import io.caucus.features.committee.CommitteeMap;
import io.caucus.graphmodel.AccountGraph;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.UnknownAccount;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.scoring.AccountScorer;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Assesses accounts: one of them now, or all of them in passing. */
public final class AccountAssessments {

    private final AccountGraph graph;
    private final FeatureCatalogue catalogue;
    private final AccountScorer scorer;

    public AccountAssessments(AccountGraph graph, FeatureCatalogue catalogue, AccountScorer scorer) {
        this.graph = graph;
        this.catalogue = catalogue;
        this.scorer = scorer;
    }

    /** @throws UnknownAccount if the account was not known as of that instant */
    public AccountAssessment assess(AccountId account, AsOf asOf) {
        return assess(graph.history(account, asOf), peers(asOf));
    }

    /** What accounts are compared with as of that instant. */
    public Peers peers(AsOf asOf) {
        return graph.peers(asOf, catalogue.parameters().product().window());
    }

    /** @param peers what the account is compared with, as of the history's instant */
    public AccountAssessment assess(AccountHistory history, Peers peers) {
        var explained = catalogue.explain(history, peers);
        var features = values(history, explained);
        var committee = CommitteeMap.of(history, catalogue.parameters().committee());
        return new AccountAssessment(history, features, explained, committee, scorer.score(features));
    }

    /** Assesses every account in the order of keys, a bounded number at a time in memory. */
    public void forEach(AsOf asOf, Consumer<AccountAssessment> consumer) {
        var peers = peers(asOf);
        graph.forEachHistory(asOf, history -> consumer.accept(assess(history, peers)));
    }

    public FeatureCatalogue catalogue() {
        return catalogue;
    }

    public AccountScorer scorer() {
        return scorer;
    }

    /** Explaining runs the code that computes, so the numbers need not be computed twice. */
    private FeatureVector values(AccountHistory history, List<ExplainedFeature> explained) {
        var values = new TreeMap<String, FeatureValue>();
        explained.forEach(feature -> values.put(feature.definition().id(), feature.value()));
        return new FeatureVector(history.account().id(), history.asOf(), catalogue.version(), values);
    }
}
