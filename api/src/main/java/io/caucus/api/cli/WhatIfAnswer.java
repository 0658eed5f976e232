package io.caucus.api.cli;

import io.caucus.api.assessment.Names;
import io.caucus.scoring.Assessment;
import io.caucus.scoring.explanation.Change;
import io.caucus.scoring.explanation.ExplanationSentences;
import io.caucus.scoring.explanation.WhatIf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a score would be. */
record WhatIfAnswer(WhatIf answer, Names names) implements Explanation {

    private String supposed(Change change) {
        return ExplanationSentences.of(change, person -> names.of(person.ref()));
    }

    @Override
    public List<String> lines() {
        var lines = new ArrayList<String>();
        var account = answer.history().account();
        lines.add("%s (%s) as of %s"
                .formatted(account.name(), account.id(), answer.history().asOf()));
        lines.add("Suppose that %s."
                .formatted(answer.changes().stream().map(this::supposed).collect(Collectors.joining(", and "))));
        lines.add("is       " + ShiftText.text(answer.before()));
        lines.add("would be " + ShiftText.text(answer.after()));
        cure(lines);
        answer.step().ifPresent(step -> {
            lines.add("");
            lines.add("%+6.1f  points in all".formatted(100 * step.points()));
            lines.addAll(new ShiftText(new EvidenceSentences(names)).lines(step));
        });
        lines.add("");
        lines.add("Similar past cases: " + cases());
        lines.add(WhatIf.NOTE);
        return lines;
    }

    private void cure(List<String> lines) {
        if (answer.after() instanceof Assessment.NoScore blank) {
            lines.add(blank.cure());
        }
    }

    private String cases() {
        return answer.similarCases()
                .map(cases -> "%,d, of which %,d were won.".formatted(cases.similar(), cases.won()))
                .orElse("not known.");
    }

    @Override
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("account", answer.history().account().id().value());
        document.put("name", answer.history().account().name());
        document.put("asOf", answer.history().asOf().toString());
        document.put("supposed", answer.changes().stream().map(this::supposed).toList());
        document.put("before", ShiftText.document(answer.before()));
        document.put("after", ShiftText.document(answer.after()));
        answer.step()
                .ifPresent(
                        step -> document.put("difference", new ShiftText(new EvidenceSentences(names)).document(step)));
        answer.similarCases().ifPresent(cases -> {
            document.put("similarCases", cases.similar());
            document.put("similarCasesWon", cases.won());
        });
        document.put("note", WhatIf.NOTE);
        return document;
    }
}
