package io.caucus.cypher;

import io.caucus.graphmodel.assessment.AssessmentStore;
import io.caucus.graphmodel.assessment.KeptAssessment;
import io.caucus.graphmodel.assessment.KeptFeatures;
import io.caucus.graphmodel.assessment.KeptInfluences;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** Scores beside their accounts. Of two kept for the same instant by different models, the one whose key sorts first is the newest. */
final class Neo4jAssessmentStore implements AssessmentStore {

    private static final NamedStatement KEEP = NamedStatement.load("assessment/keep");
    private static final NamedStatement KEEP_FEATURES = NamedStatement.load("assessment/keep-features");
    private static final NamedStatement KEEP_INFLUENCES = NamedStatement.load("assessment/keep-influences");
    private static final NamedStatement LATEST = NamedStatement.load("assessment/latest");

    private static final Comparator<KeptInfluences> BY_INSTANT =
            Comparator.comparing(kept -> kept.asOf().instant());

    private final Transactions transactions;

    Neo4jAssessmentStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void keep(List<KeptAssessment> assessments) {
        var distinct = new TreeMap<String, Map<String, Object>>();
        assessments.forEach(assessment -> distinct.put(assessment.key(), AssessmentRows.row(assessment)));
        transactions.write(
                Transactions.IN_BULK,
                statements -> statements.run(KEEP, Map.of("given.rows", List.copyOf(distinct.values()))));
    }

    @Override
    public void keepFeatures(List<KeptFeatures> features) {
        var distinct = new TreeMap<String, Map<String, Object>>();
        features.forEach(kept -> distinct.put(kept.key(), AssessmentRows.row(kept)));
        transactions.write(
                Transactions.IN_BULK,
                statements -> statements.run(KEEP_FEATURES, Map.of("given.rows", List.copyOf(distinct.values()))));
    }

    @Override
    public void keepInfluences(List<KeptInfluences> influences) {
        var newest = new TreeMap<AccountId, KeptInfluences>();
        influences.forEach(kept -> newest.merge(kept.account(), kept, BinaryOperator.maxBy(BY_INSTANT)));
        var rows = newest.values().stream().map(InfluenceRows::row).toList();
        transactions.write(
                Transactions.IN_BULK, statements -> statements.run(KEEP_INFLUENCES, Map.of("given.rows", rows)));
    }

    @Override
    public SortedMap<AccountId, KeptAssessment> latest(Collection<AccountId> accounts, AsOf asOf) {
        var keys = accounts.stream().distinct().sorted().map(AccountId::value).toList();
        var latest = new TreeMap<AccountId, KeptAssessment>();
        for (var row : transactions.read(
                Transactions.WHILE_ONE_WAITS,
                LATEST,
                Map.of("given.accountIds", keys, "asOf", Clocks.inCypher(asOf.instant())))) {
            var account = new AccountId(row.get("accountId").asString());
            latest.put(
                    account,
                    AssessmentRows.assessment(account, row.get("score"), row.get("features"), row.get("evidence")));
        }
        return latest;
    }
}
