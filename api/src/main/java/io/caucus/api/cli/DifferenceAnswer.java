package io.caucus.api.cli;

import io.caucus.api.assessment.Names;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.fact.Tombstone;
import io.caucus.graphmodel.fact.User;
import io.caucus.scoring.Assessment;
import io.caucus.scoring.explanation.Cause;
import io.caucus.scoring.explanation.ExplanationSentences;
import io.caucus.scoring.explanation.Method;
import io.caucus.scoring.explanation.ScoreDifference;
import io.caucus.scoring.explanation.ScoreStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What changed between two scores.
 *
 * @param now the account at the later one
 * @param names of what its steps are about
 * @param method by which both were made
 */
record DifferenceAnswer(ScoreDifference difference, AccountHistory now, Names names, Method method)
        implements Explanation {

    @Override
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("%s (%s) from %s to %s"
                .formatted(now.account().name(), now.account().id(), difference.from(), difference.to()));
        switch (difference) {
            case ScoreDifference.Split split -> split(split, lines);
            case ScoreDifference.Incomparable without -> {
                lines.add("before  " + ShiftText.text(without.before()));
                lines.add("after   " + ShiftText.text(without.after()));
                lines.add("There are no two scores to compare.%s%s"
                        .formatted(cure(without.before(), without.from()), cure(without.after(), without.to())));
            }
        }
        return lines;
    }

    private static String cure(Assessment assessment, Object when) {
        return assessment instanceof Assessment.NoScore blank ? " As of %s: %s".formatted(when, blank.cure()) : "";
    }

    private void split(ScoreDifference.Split split, List<String> lines) {
        lines.add("before  " + ShiftText.text(split.before()));
        lines.add("after   " + ShiftText.text(split.after()));
        lines.add("%+6.1f  points in all"
                .formatted(100 * (split.after().probability() - split.before().probability())));
        var shifts = new ShiftText(new EvidenceSentences(names));
        split.steps().forEach((cause, step) -> {
            lines.add("");
            lines.add("%+6.1f  %s: %s"
                    .formatted(100 * step.points(), ExplanationSentences.of(cause), remark(cause, step, split)));
            lines.addAll(shifts.lines(step));
        });
    }

    private String remark(Cause cause, ScoreStep step, ScoreDifference.Split split) {
        return switch (cause) {
            case AGED_FACTS ->
                "had nothing become known since, it would stand at %.1f %%"
                        .formatted(100 * step.after().probability());
            case NEW_FACTS ->
                split.withdrawn().isEmpty()
                        ? counted(split.learned())
                        : "%s; taken back or told otherwise: %s"
                                .formatted(counted(split.learned()), counted(split.withdrawn()));
            case NEW_FACTS_ELSEWHERE ->
                step.shifts().isEmpty() ? "nothing that its score looks at" : "compared with them";
            case MODEL -> "none, " + method.scorer().version() + " then and now";
            case POLICY -> "none, catalogue " + method.catalogue().version() + " then and now";
        };
    }

    /** "41 engagements, 3 roles". */
    private static String counted(List<Fact> facts) {
        var kinds = new TreeMap<String, Integer>();
        facts.forEach(fact -> kinds.merge(kind(fact), 1, Integer::sum));
        return kinds.isEmpty()
                ? "nothing"
                : kinds.entrySet().stream()
                        .map(kind ->
                                "%,d %s%s".formatted(kind.getValue(), kind.getKey(), kind.getValue() == 1 ? "" : "s"))
                        .collect(Collectors.joining(", "));
    }

    private static String kind(Fact fact) {
        return switch (fact) {
            case Account account -> "account record";
            case Person person -> "person record";
            case User user -> "user";
            case Employment job -> "job";
            case Subsidiary link -> "subsidiary";
            case Opportunity deal -> "opportunity record";
            case StageChange change -> "change of stage";
            case FieldChange change -> "attribute";
            case RoleHolding role -> "role";
            case Engagement engagement -> "engagement";
            case SignalReading reading -> "conversation reading";
            case Ticket ticket -> "support request";
            case Thing thing -> "catalogue entry";
            case Link link -> "link";
            case Tombstone stone -> "deletion";
        };
    }

    @Override
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("account", now.account().id().value());
        document.put("name", now.account().name());
        document.put("from", difference.from().toString());
        document.put("to", difference.to().toString());
        document.put("before", ShiftText.document(difference.before()));
        document.put("after", ShiftText.document(difference.after()));
        switch (difference) {
            case ScoreDifference.Split split -> {
                document.put(
                        "points", split.after().probability() - split.before().probability());
                document.put("learned", split.learned().size());
                document.put("withdrawn", split.withdrawn().size());
                var shifts = new ShiftText(new EvidenceSentences(names));
                Map<String, Object> causes = new LinkedHashMap<>();
                split.steps().forEach((cause, step) -> causes.put(camelCase(cause), shifts.document(step)));
                document.put("causes", causes);
            }
            case ScoreDifference.Incomparable without -> {}
        }
        return document;
    }

    /** As the names of fields are written: agedFacts. */
    private static String camelCase(Cause cause) {
        var words = cause.name().toLowerCase(Locale.ROOT).split("_", -1);
        var name = new StringBuilder(words[0]);
        for (int word = 1; word < words.length; word++) {
            name.append(Character.toUpperCase(words[word].charAt(0))).append(words[word].substring(1));
        }
        return name.toString();
    }
}
