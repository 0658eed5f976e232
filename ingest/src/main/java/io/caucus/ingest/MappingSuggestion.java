package io.caucus.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Proposes a mapping for files nobody has described, from the names of their columns and what stands in their first rows.
 *
 * <p>Every line says why it is there and how sure that is. What the values do not decide is not guessed: a question mark stands
 * there, the remark beside it asks, and no import takes the mapping until it is answered. Columns that were not placed are listed.
 */
public final class MappingSuggestion {

    /** What others refer to comes first. */
    private static final List<MappedEntity> ORDER = List.of(
            MappedEntity.USER,
            MappedEntity.ACCOUNT,
            MappedEntity.PERSON,
            MappedEntity.OPPORTUNITY,
            MappedEntity.TICKET,
            MappedEntity.ENGAGEMENT);

    private final List<SampledFile> files;
    private final Set<String> recordNames = new HashSet<>();

    private MappingSuggestion(List<SampledFile> files) {
        this.files = files;
    }

    /**
     * A mapping as text: one that can be used, but for its questions.
     *
     * @param paths files of one system; what refers to what is found among them
     * @param source what to call the system
     * @throws ImportRefused when a file cannot be read, or in none of them anything is found to import
     */
    public static String of(List<Path> paths, String source) {
        var text = new MappingSuggestion(paths.stream().map(SampledFile::read).toList()).propose(source);
        var problems = new MappingProblems("the proposed mapping");
        MappingReader.read("the proposed mapping", text, problems);
        if (!problems.areOnlyQuestions()) {
            throw Mapping.refused("the proposed mapping", problems.list());
        }
        return text;
    }

    private String propose(String source) {
        var lines = new ArrayList<String>();
        lines.add("source: " + YamlLines.quoted(source));
        lines.add("files:");
        boolean placed = false;
        for (SampledFile file : inOrder()) {
            var proposed = new SuggestedFile(file, files, recordNames, source);
            lines.add("");
            lines.addAll(proposed.lines());
            placed |= proposed.isPlaced();
        }
        if (!placed) {
            throw new ImportRefused(
                    "nothing to import was found in %s: a file needs a column that is different in each row, and names, stages or addresses. Write the mapping by hand: docs/mapping.md."
                            .formatted(files.stream().map(SampledFile::file).collect(Collectors.joining(", "))));
        }
        lines.addAll(0, preface(lines));
        return String.join("\n", lines) + "\n";
    }

    private List<SampledFile> inOrder() {
        return files.stream()
                .sorted(Comparator.comparing(
                        file -> file.entity().map(ORDER::indexOf).orElse(ORDER.size())))
                .toList();
    }

    private List<String> preface(List<String> lines) {
        long questions = lines.stream()
                .filter(line -> line.contains(RecordLines.QUESTION))
                .count();
        var preface = new ArrayList<String>();
        preface.add("# Proposed from the first rows: %s."
                .formatted(files.stream()
                        .map(file -> "%s %,d".formatted(YamlLines.quoted(file.file()), file.rows()))
                        .collect(Collectors.joining(", "))));
        preface.add("# Each line says how sure it is; correct what is wrong. docs/mapping.md has the language.");
        if (questions > 0) {
            preface.add("# %d %s: write the answer in the place of each \"?\"; until then no import takes this mapping."
                    .formatted(questions, questions == 1 ? "question is open" : "questions are open"));
        }
        return preface;
    }
}
