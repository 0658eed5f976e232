package io.caucus.cypher;

import io.caucus.graphmodel.assessment.KeptAssessment;
import io.caucus.graphmodel.assessment.KeptAssessment.KeptContribution;
import io.caucus.graphmodel.assessment.KeptAssessment.Result;
import io.caucus.graphmodel.assessment.KeptFeatures;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

/**
 * Assessments as the properties of a {@code Score} and a {@code FeatureSnapshot}.
 *
 * <p>A feature value is a property named like the feature, a number wherever the number reads back to the same text, so
 * that an analyst may write {@code WHERE snapshot.`engagement.momentum_7_30` > 1}. Contributions are three lists of the same
 * length, largest effect first; what calibration adds stands beside them, where there is calibration. A score that could not be given has {@code noScoreReason} and {@code noScoreCure} instead of
 * {@code probability} and what goes with it.
 */
final class AssessmentRows {

    /** Names of features have one, names of our own properties have none. */
    private static final String DOT = ".";

    private AssessmentRows() {}

    static Map<String, Object> row(KeptAssessment assessment) {
        var row = new TreeMap<>(row(assessment.keptFeatures()));
        row.put("scoreId", assessment.key());
        row.put("score", score(assessment));
        row.put("evidence", EvidenceKeys.byLabel(assessment.evidence()));
        return row;
    }

    static Map<String, Object> row(KeptFeatures features) {
        return Map.of(
                "accountId", features.account().value(),
                "featureSnapshotId", features.key(),
                "snapshot", snapshot(features));
    }

    static KeptAssessment assessment(AccountId account, Value score, Value features, Value evidence) {
        return new KeptAssessment(
                account,
                new AsOf(Clocks.instant(score.get("asOf"))),
                score.get("modelVersion").asString(),
                score.get("catalogueVersion").asString(),
                features(features),
                result(score),
                EvidenceKeys.references(evidence));
    }

    private static Map<String, Object> score(KeptAssessment assessment) {
        var properties = new TreeMap<String, Object>(Map.of(
                "scoreId", assessment.key(),
                "asOf", Clocks.inCypher(assessment.asOf().instant()),
                "modelVersion", assessment.modelVersion(),
                "catalogueVersion", assessment.catalogueVersion()));
        switch (assessment.result()) {
            case Result.Scored scored -> putScore(properties, scored);
            case Result.NotScored none -> {
                properties.put("noScoreReason", none.reason());
                properties.put("noScoreCure", none.cure());
            }
        }
        return properties;
    }

    private static void putScore(Map<String, Object> properties, Result.Scored scored) {
        var contributions = scored.contributions();
        properties.put("probability", scored.probability());
        properties.put("low", scored.low());
        properties.put("high", scored.high());
        properties.put("band", scored.band());
        properties.put("tier", scored.tier());
        properties.put("baseLogOdds", scored.baseLogOdds());
        properties.put(
                "contributionFeatures",
                contributions.stream().map(KeptContribution::feature).toList());
        properties.put(
                "contributionLogOdds",
                contributions.stream().map(KeptContribution::logOdds).toList());
        properties.put(
                "contributionPoints",
                contributions.stream().map(KeptContribution::points).toList());
        scored.calibrationPoints().ifPresent(points -> properties.put("calibrationPoints", points));
    }

    private static Map<String, Object> snapshot(KeptFeatures features) {
        var properties = new TreeMap<String, Object>(Map.of(
                "featureSnapshotId", features.key(),
                "asOf", Clocks.inCypher(features.asOf().instant()),
                "catalogueVersion", features.catalogueVersion()));
        features.values().forEach((feature, text) -> properties.put(checked(feature), numberOrText(text)));
        return properties;
    }

    private static String checked(String feature) {
        if (!feature.contains(DOT)) {
            throw new IllegalArgumentException(
                    "feature '%s' has no family; its name must look like 'committee.breadth_30d'".formatted(feature));
        }
        return feature;
    }

    private static Object numberOrText(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.toString(number).equals(text) ? number : text;
        } catch (NumberFormatException category) {
            return text;
        }
    }

    private static SortedMap<String, String> features(Value snapshot) {
        var features = new TreeMap<String, String>();
        for (String name : snapshot.keys()) {
            if (name.contains(DOT)) {
                features.put(name, Objects.toString(snapshot.get(name).asObject()));
            }
        }
        return features;
    }

    private static Result result(Value score) {
        if (score.get("probability").isNull()) {
            return new Result.NotScored(
                    score.get("noScoreReason").asString(),
                    score.get("noScoreCure").asString());
        }
        return new Result.Scored(
                score.get("probability").asDouble(),
                score.get("low").asDouble(),
                score.get("high").asDouble(),
                score.get("band").asString(),
                score.get("tier").asString(),
                score.get("baseLogOdds").asDouble(),
                contributions(score),
                score.get("calibrationPoints").isNull()
                        ? Optional.empty()
                        : Optional.of(score.get("calibrationPoints").asDouble()));
    }

    private static List<KeptContribution> contributions(Value score) {
        var features = score.get("contributionFeatures").asList(Values.ofString());
        var logOdds = score.get("contributionLogOdds").asList(Values.ofDouble());
        var points = score.get("contributionPoints").asList(Values.ofDouble());
        var contributions = new ArrayList<KeptContribution>();
        for (int index = 0; index < features.size(); index++) {
            contributions.add(new KeptContribution(features.get(index), logOdds.get(index), points.get(index)));
        }
        return contributions;
    }
}
