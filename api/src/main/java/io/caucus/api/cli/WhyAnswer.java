package io.caucus.api.cli;

import io.caucus.api.assessment.AccountAssessment;
import io.caucus.scoring.Assessment;
import io.caucus.scoring.Contribution;
import io.caucus.scoring.Sentences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why an account stands where it stands. */
record WhyAnswer(AccountAssessment assessment, EvidenceSentences sentences) implements Explanation {

    private static final int ITEMS_SHOWN = 3;

    @Override
    public List<String> lines() {
        var lines = new ArrayList<String>();
        var account = assessment.history().account();
        lines.add("%s (%s) as of %s"
                .formatted(account.name(), account.id(), assessment.history().asOf()));
        switch (assessment.result()) {
            case Assessment.NoScore blank -> lines.add("No score: %s. %s".formatted(blank.reason(), blank.cure()));
            case Assessment.Score score -> add(score, lines);
        }
        return lines;
    }

    private void add(Assessment.Score score, List<String> lines) {
        lines.add("%.0f %% (%.0f to %.0f %%), %s, tier %s, model %s"
                .formatted(
                        100 * score.probability(),
                        100 * score.low(),
                        100 * score.high(),
                        score.band(),
                        score.tier(),
                        score.modelVersion()));
        lines.add("");
        lines.add("%+6.1f  points: base".formatted(100 * score.baseProbability()));
        score.contributions().stream()
                .filter(share -> share.direction() != Contribution.Direction.NEUTRAL)
                .forEach(share -> add(share, lines));
        score.calibration()
                .ifPresent(step -> lines.add("%+6.1f  %s".formatted(100 * step.points(), Sentences.of(step))));
    }

    private void add(Contribution share, List<String> lines) {
        lines.add("%+6.1f  %s".formatted(100 * share.points(), Sentences.of(share)));
        sentences
                .of(assessment.explained(share.feature()))
                .limit(ITEMS_SHOWN)
                .forEach(sentence -> lines.add("          " + sentence));
    }

    @Override
    public Map<String, Object> document() {
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
                        score.contributions().stream().map(this::document).toList());
                score.calibration().ifPresent(step -> document.put("calibrationPoints", step.points()));
            }
        }
        return document;
    }

    private Map<String, Object> document(Contribution share) {
        var feature = assessment.explained(share.feature());
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("feature", share.feature());
        entry.put("points", share.points());
        entry.put("logOdds", share.logOdds());
        entry.put("sentence", Sentences.of(share));
        entry.put("evidenceCount", feature.evidence().totalCount());
        entry.put("evidence", sentences.of(feature).toList());
        return entry;
    }
}
