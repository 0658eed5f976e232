package io.caucus.api.assessment;

import io.caucus.features.EvidenceItem;
import io.caucus.features.ExplainedFeature;
import io.caucus.features.FeatureCatalogue;
import io.caucus.features.FeatureValue;
import io.caucus.features.FeatureVector;
import io.caucus.graphmodel.AccountGraph;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.UnknownAccount;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.scoring.AccountScorer;
import io.caucus.scoring.explanation.Known;
import io.caucus.scoring.explanation.Method;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Assesses accounts: one of them now, or all of them in passing. */
public final class AccountAssessments {

    private final AccountGraph graph;
    private final FeatureCatalogue catalogue;
    private final AccountScorer scorer;
    private final Networks networks;

    public AccountAssessments(AccountGraph graph, FeatureCatalogue catalogue, AccountScorer scorer) {
        this.graph = graph;
        this.catalogue = catalogue;
        this.scorer = scorer;
        this.networks = new Networks(instant -> catalogue.network(graph.market(instant)));
    }

    /** Begins to read what assessments as of that day ask of all accounts, so that the first of them waits less. */
    public void readAhead(AsOf asOf) {
        networks.readAhead(asOf);
    }

    /** @throws UnknownAccount if the account was not known as of that instant */
    public AccountAssessment assess(AccountId account, AsOf asOf) {
        return assess(graph.history(account, asOf), others(asOf));
    }

    /**
     * What an explanation starts from.
     *
     * @throws UnknownAccount if the account was not known as of that instant
     */
    public Known known(AccountId account, AsOf asOf) {
        var others = others(asOf);
        return new Known(graph.history(account, asOf), others.peers(), others.network());
    }

    /** How accounts are scored here. */
    public Method method() {
        return new Method(catalogue, scorer);
    }

    /** What is known of all the others as of that instant. */
    public Others others(AsOf asOf) {
        return new Others(Others.peers(graph, catalogue, asOf), networks.of(asOf));
    }

    /** @param others what is known of all the others, as of the history's instant */
    public AccountAssessment assess(AccountHistory history, Others others) {
        var account = catalogue.account(history, others.peers(), others.network());
        var explained = catalogue.explain(account);
        var features = values(history, explained);
        return new AccountAssessment(account, features, explained, scorer.score(features));
    }

    /** What people call what all the account's evidence is about, read from the graph where it is elsewhere. */
    public Names names(AccountAssessment assessment) {
        return names(
                assessment.history(),
                assessment.explained().stream().flatMap(feature -> feature.evidence().items().stream()));
    }

    /** What people call what some evidence is about, as of the history's instant. */
    public Names names(AccountHistory history, Stream<EvidenceItem> items) {
        return Names.of(history, graph.names(Names.elsewhere(history, items), history.asOf()));
    }

    /** Assesses every account in the order of keys, a bounded number at a time in memory. */
    public void forEach(AsOf asOf, Consumer<AccountAssessment> consumer) {
        var others = others(asOf);
        graph.forEachHistory(asOf, history -> consumer.accept(assess(history, others)));
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
