package io.caucus.api.cli;

import io.caucus.api.assessment.AccountAssessments;
import io.caucus.api.assessment.ServingScorer;
import io.caucus.cypher.Neo4j;
import io.caucus.features.FeatureCatalogue;
import io.caucus.graphmodel.assessment.KeptAssessment;
import io.caucus.graphmodel.assessment.KeptInfluences;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.scoring.AccountScorer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Scores all accounts and keeps the scores, some hundred at a time. */
final class ScoringRun {

    private static final int BATCH = 200;
    private static final String NOT_SCORED = "no score";

    private final Neo4j graph;
    private final AccountScorer scorer;
    private final Output output;

    /** What is kept of one account. */
    private record Scored(KeptAssessment assessment, KeptInfluences influences) {}

    ScoringRun(Neo4j graph, AccountScorer scorer, Output output) {
        this.graph = graph;
        this.scorer = scorer;
        this.output = output;
    }

    /** What scores the accounts of a data folder. */
    static ServingScorer scorer(Path dataFolder) {
        return ServingScorer.in(dataFolder, FeatureCatalogue.standard());
    }

    static AccountAssessments assessments(Neo4j graph, AccountScorer scorer) {
        return new AccountAssessments(graph.accountGraph(), FeatureCatalogue.standard(), scorer);
    }

    /** How many accounts came out in each band. */
    SortedMap<String, Integer> scoreAll(AsOf asOf) {
        var bands = new TreeMap<String, Integer>();
        var batch = new ArrayList<Scored>(BATCH);
        var assessments = assessments(graph, scorer);
        try (var progress = ProgressLine.of("Scoring", "accounts", output)) {
            assessments.forEach(asOf, assessment -> {
                var kept = assessment.kept();
                bands.merge(band(kept), 1, Integer::sum);
                batch.add(new Scored(kept, assessment.keptInfluences()));
                if (batch.size() == BATCH) {
                    keep(batch, progress);
                }
            });
            keep(batch, progress);
        }
        return bands;
    }

    private void keep(List<Scored> batch, ProgressLine progress) {
        var store = graph.assessmentStore();
        store.keepInfluences(batch.stream().map(Scored::influences).toList());
        store.keep(batch.stream().map(Scored::assessment).toList());
        progress.advance(batch.size());
        batch.clear();
    }

    private static String band(KeptAssessment kept) {
        return switch (kept.result()) {
            case KeptAssessment.Result.Scored scored -> scored.band();
            case KeptAssessment.Result.NotScored blank -> NOT_SCORED;
        };
    }
}
