package io.caucus.api.cli;

import io.caucus.api.assessment.AccountAssessment;
import io.caucus.features.ExplainedFeature;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.scoring.Assessment;
import io.caucus.scoring.Contribution;
import io.caucus.scoring.Sentences;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        description = "Says why an account scores as it does: each reason in points, and the facts behind it.")
final class ExplainCommand implements Callable<Integer> {

    private static final int ITEMS_SHOWN = 3;

    @Parameters(
            paramLabel = "ACCOUNT",
            description = "Our key of the account, such as world:acct-001 or hubspot:COMP-...")
    private String account = "";

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private Output output = new Output();

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Override
    public Integer call() {
        var instant = asOf.orElse(stoppedClock());
        try (var graph = OpenGraph.in(data.path())) {
            var assessment = ScoringRun.assessments(graph.ports()).assess(new AccountId(account), instant);
            if (output.isJson()) {
                output.json(document(assessment));
            } else {
                print(assessment);
            }
        }
        return ExitCode.DONE;
    }

    /** A demo that runs answers as of its own clock, and so does this. */
    private Optional<Instant> stoppedClock() {
        return Serving.in(data.path()).flatMap(Serving::clock);
    }

    private void print(AccountAssessment assessment) {
        output.line("%s (%s) as of %s"
                .formatted(
                        assessment.history().account().name(),
                        assessment.history().account().id(),
                        assessment.history().asOf()));
        switch (assessment.result()) {
            case Assessment.NoScore blank -> output.line("No score: %s. %s".formatted(blank.reason(), blank.cure()));
            case Assessment.Score score -> print(score, assessment);
        }
    }

    private void print(Assessment.Score score, AccountAssessment assessment) {
        output.line("%.0f %% (%.0f to %.0f %%), %s, tier %s, model %s"
                .formatted(
                        100 * score.probability(),
                        100 * score.low(),
                        100 * score.high(),
                        score.band(),
                        score.tier(),
                        score.modelVersion()));
        output.line("");
        output.line("%+6.1f  points: base".formatted(100 * score.baseProbability()));
        score.contributions().stream()
                .filter(share -> share.direction() != Contribution.Direction.NEUTRAL)
                .forEach(share -> print(share, assessment));
    }

    private void print(Contribution share, AccountAssessment assessment) {
        output.line("%+6.1f  %s".formatted(100 * share.points(), Sentences.of(share)));
        sentences(assessment, assessment.explained(share.feature()))
                .limit(ITEMS_SHOWN)
                .forEach(sentence -> output.line("          " + sentence));
    }

    private static Stream<String> sentences(AccountAssessment assessment, ExplainedFeature feature) {
        return new EvidenceSentences(assessment.history()).of(feature);
    }

    private static Map<String, Object> document(AccountAssessment assessment) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("account", assessment.history().account().id().value());
        document.put("name", assessment.history().account().name());
        document.put("asOf", assessment.history().asOf().toString());
        switch (assessment.result()) {
            case Assessment.NoScore blank -> {
                document.put("reason", blank.reason().name());
                document.put("cure", blank.cure());
            }
            case Assessment.Score score -> {
                document.put("probability", score.probability());
                document.put("interval", List.of(score.low(), score.high()));
                document.put("band", score.band());
                document.put("tier", score.tier().name());
                document.put("model", score.modelVersion());
                document.put("base", score.baseProbability());
                document.put(
                        "contributions",
                        score.contributions().stream()
                                .map(share -> contribution(share, assessment))
                                .toList());
            }
        }
        return document;
    }

    private static Map<String, Object> contribution(Contribution share, AccountAssessment assessment) {
        var feature = assessment.explained(share.feature());
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("feature", share.feature());
        entry.put("points", share.points());
        entry.put("logOdds", share.logOdds());
        entry.put("sentence", Sentences.of(share));
        entry.put("evidenceCount", feature.evidence().totalCount());
        entry.put("evidence", sentences(assessment, feature).toList());
        return entry;
    }
}
