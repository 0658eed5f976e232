package io.caucus.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with a mapping, so that its writer hears of all of it at once. */
final class MappingProblems {

    private static final int MOST = 1_000;

    /** What stands where the writer of a mapping has to decide. */
    static final String QUESTION = "?";

    private final String file;
    private final List<String> found = new ArrayList<>();
    private int questions;

    MappingProblems(String file) {
        this.file = file;
    }

    /** @param message says what was found, the rule and the next step */
    void add(int line, String message) {
        if (found.size() < MOST) {
            found.add("%s:%d: %s".formatted(file, line, message));
        }
    }

    /** @param what for a sentence: {@code attribute of a person} */
    void unknown(int line, String what, String written, Collection<String> known) {
        add(
                line,
                "there is no %s '%s'. %sThere are: %s."
                        .formatted(
                                what,
                                Row.shown(written),
                                Closest.to(Row.shown(written), known)
                                        .map("Did you mean '%s'? "::formatted)
                                        .orElse(""),
                                String.join(", ", known)));
    }

    /** The text that has to stand there; a question mark is a question that waits for an answer. */
    Optional<String> text(YamlTree tree, String what) {
        if (tree instanceof YamlTree.Text text && text.value().equals(QUESTION)) {
            questions++;
            add(
                    tree.line(),
                    "the question there is not answered. Write the answer in the place of '?'; the remark beside it says which there are.");
            return Optional.empty();
        }
        if (tree instanceof YamlTree.Text text && !text.value().isEmpty()) {
            return Optional.of(text.value());
        }
        add(tree.line(), "%s is %s, must be one text".formatted(what, tree.inWords()));
        return Optional.empty();
    }

    Optional<YamlTree.Entries> entries(YamlTree tree, String what) {
        if (tree instanceof YamlTree.Entries entries) {
            return Optional.of(entries);
        }
        add(tree.line(), "%s is %s, must be entries such as 'key: value'".formatted(what, tree.inWords()));
        return Optional.empty();
    }

    List<YamlTree> items(YamlTree tree, String what) {
        if (tree instanceof YamlTree.Items items && !items.all().isEmpty()) {
            return items.all();
        }
        add(tree.line(), "%s is %s, must be a list; begin each with '- '".formatted(what, tree.inWords()));
        return List.of();
    }

    /** Reports every key that is none of the known ones. */
    void refuseOthers(YamlTree.Entries entries, String what, Collection<String> known) {
        entries.all().forEach((key, entry) -> {
            if (!known.contains(key)) {
                unknown(entry.line(), what, key, known);
            }
        });
    }

    /** Whether all that is wrong are questions that wait for an answer. */
    boolean areOnlyQuestions() {
        return questions == found.size();
    }

    List<String> list() {
        return List.copyOf(found);
    }
}
