package io.caucus.api.cli;

import io.caucus.api.assessment.AccountAssessment;
import io.caucus.features.FeatureCatalogue;
import io.caucus.features.FeatureValue;
import io.caucus.scoring.Contribution;
import io.caucus.scoring.Sentences;
import io.caucus.scoring.explanation.WhatIf;
import io.caucus.scoring.explanation.WhyNot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What separates an account from a band. */
record WhyNotAnswer(WhyNot answer, AccountAssessment assessed, String band, FeatureCatalogue catalogue)
        implements Explanation {

    @Override
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("%s (%s) as of %s"
                .formatted(
                        assessed.history().account().name(),
                        assessed.history().account().id(),
                        assessed.history().asOf()));
        lines.add(ShiftText.text(assessed.result()));
        switch (answer) {
            case WhyNot.NotScored none ->
                lines.add("Not in any band: %s".formatted(none.blank().cure()));
            case WhyNot.Reached there ->
                lines.add("It is there already: %s begins at %.0f %%."
                        .formatted(band, 100 * there.band().from()));
            case WhyNot.Below below -> below(below, lines);
        }
        return lines;
    }

    private void below(WhyNot.Below below, List<String> lines) {
        lines.add("To %s, which begins at %.0f %%, %.1f points are missing (%.3f in log-odds)."
                .formatted(band, 100 * below.band().from(), 100 * below.points(), below.logOdds()));
        lines.add("");
        lines.add(below.holdingDown().isEmpty() ? "Nothing lowers it." : "What lowers it, in points:");
        below.holdingDown()
                .forEach(share -> lines.add("%+6.1f  %s".formatted(100 * share.points(), Sentences.of(share))));
        lines.add("");
        if (below.peers() == 0) {
            lines.add("No other account has a score by this model as of then, so there are no values to compare with."
                    + " ./caucus score makes them.");
        } else if (below.smallest().isPresent()) {
            way(below.smallest().get(), below.peers(), lines);
        } else {
            lines.add("No change of up to %d numbers to values seen at %,d other accounts would reach it."
                    .formatted(WhyNot.WayUp.MOST_MOVES, below.peers()));
        }
    }

    private void way(WhyNot.WayUp way, int peers, List<String> lines) {
        lines.add("The fewest numbers that would reach it, at values seen at %,d other accounts:".formatted(peers));
        way.moves()
                .forEach(move -> lines.add("  %s: %s, not %s; %.0f %% of them stand there or better"
                        .formatted(
                                catalogue.definition(move.feature()).title(),
                                value(move, move.to()),
                                value(move, move.from()),
                                100 * move.reachedBy())));
        lines.add(
                "With %s the model comes to %.1f %%. Each number is moved by itself, where in life they move together."
                        .formatted(way.moves().size() == 1 ? "it" : "them", 100 * way.probability()));
        lines.add(WhatIf.NOTE);
    }

    private String value(WhyNot.Move move, FeatureValue value) {
        return Sentences.of(value, catalogue.definition(move.feature()).unit());
    }

    @Override
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("account", assessed.history().account().id().value());
        document.put("name", assessed.history().account().name());
        document.put("asOf", assessed.history().asOf().toString());
        document.put("score", ShiftText.document(assessed.result()));
        document.put("wanted", band);
        switch (answer) {
            case WhyNot.NotScored none -> document.put("reached", false);
            case WhyNot.Reached there -> document.put("reached", true);
            case WhyNot.Below below -> {
                document.put("reached", false);
                document.put("from", below.band().from());
                document.put("missingPoints", below.points());
                document.put("missingLogOdds", below.logOdds());
                document.put(
                        "holdingDown",
                        below.holdingDown().stream().map(WhyNotAnswer::document).toList());
                document.put("peers", below.peers());
                below.smallest().ifPresent(way -> {
                    document.put(
                            "moves",
                            way.moves().stream().map(WhyNotAnswer::document).toList());
                    document.put("probability", way.probability());
                });
                document.put("note", WhatIf.NOTE);
            }
        }
        return document;
    }

    private static Map<String, Object> document(Contribution share) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("feature", share.feature());
        document.put("points", share.points());
        document.put("logOdds", share.logOdds());
        document.put("sentence", Sentences.of(share));
        return document;
    }

    private static Map<String, Object> document(WhyNot.Move move) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("feature", move.feature());
        ShiftText.putValue(document, "from", move.from());
        ShiftText.putValue(document, "to", move.to());
        document.put("reachedBy", move.reachedBy());
        return document;
    }
}
