package io.caucus.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds a mapping against the files it is for, before any row of them counts. */
final class MappingCheck {

    private static final int MOST_NAMES_SHOWN = 30;

    private MappingCheck() {}

    /**
     * @param found where the files are, by the names the mapping gives them; the others are missing, as the report will say
     * @throws ImportRefused naming every column that is not there
     */
    static void refuseUnfit(Mapping mapping, Map<String, Path> found) {
        var problems = new MappingProblems(mapping.file());
        for (MappedFile file : mapping.files()) {
            var path = found.get(file.name());
            if (path != null) {
                look(file, path, problems);
            }
        }
        if (!problems.list().isEmpty()) {
            throw Mapping.refused(mapping.file(), problems.list());
        }
    }

    private static void look(MappedFile file, Path path, MappingProblems problems) {
        try {
            var there = RowFile.columnNames(path);
            var canonical = there.stream().map(Header::canonical).collect(Collectors.toSet());
            file.records().stream()
                    .flatMap(record -> record.columns().required().stream())
                    .distinct()
                    .filter(column -> !canonical.contains(Header.canonical(column)))
                    .forEach(column -> problems.add(file.line(), missing(path, column, there)));
        } catch (RefusedHeader theReportTells) {
            // A file that cannot be read at all costs itself; the others go on.
        } catch (IOException e) {
            throw new ImportRefused(
                    "'%s' cannot be read. See that it is a file and that you may read it.".formatted(path));
        }
    }

    private static String missing(Path path, String column, List<String> there) {
        var more = there.size() > MOST_NAMES_SHOWN ? " and %d more".formatted(there.size() - MOST_NAMES_SHOWN) : "";
        return "%s has no column '%s'. %sIt has: %s%s. Name one of these, or write {column: %s, optional: true} if it may be missing."
                .formatted(
                        path.getFileName(),
                        column,
                        Closest.to(column, there)
                                .map("Did you mean '%s'? "::formatted)
                                .orElse(""),
                        there.stream().limit(MOST_NAMES_SHOWN).collect(Collectors.joining(", ")),
                        more,
                        column);
    }
}
