package io.caucus.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Files of the real data sets, which lie beside the project and never in it. */
final class TruthData {

    private final Path folder;

    /**
     * @param data the folder of all data sets
     * @param set the data set's own folder in it
     * @throws ParameterException if it is not there
     */
    TruthData(Path data, String set, CommandSpec spec) {
        this.folder = data.resolve(set);
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Skipped: data set '%s' not found: no folder %s. Name the folder that holds the data sets with --data."
                            .formatted(set, folder.toAbsolutePath().normalize()));
        }
    }

    List<String> lines(String file) {
        try {
            return Files.readAllLines(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(folder.resolve(file)), e);
        }
    }

    /** The rows of a file with a header, by the names of their columns. */
    List<Map<String, String>> rows(String file) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve(file))) {
            return rows.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(folder.resolve(file)), e);
        }
    }
}
