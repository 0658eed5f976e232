package io.caucus.scoring.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureValue;
import io.caucus.features.FeatureVector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Numbers as {@link Double#toString} writes them, so that they read back to the same bits. */
final class CsvRows implements FeatureTable.Rows {

    /** What a spreadsheet would run, were it to open the file. */
    private static final String FORMULA_BEGINS = "=+-@\t";

    private final List<String> features;
    private final Optional<Function<FeatureVector, Optional<Instant>>> outcome;
    private final CsvWriter writer;

    /** @param outcome when what is predicted happened to the account of a row; empty for a table without that column */
    CsvRows(Path file, List<FeatureDefinition> columns, Optional<Function<FeatureVector, Optional<Instant>>> outcome)
            throws IOException {
        this.features = columns.stream().map(FeatureDefinition::id).toList();
        this.outcome = outcome;
        this.writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
        var names = new ArrayList<>(List.of(FeatureTable.ACCOUNT, FeatureTable.AS_OF, FeatureTable.VERSION));
        outcome.ifPresent(known -> names.add(FeatureTable.OUTCOME));
        names.addAll(features);
        writer.writeRecord(names);
    }

    @Override
    public void add(FeatureVector row) {
        var cells = new ArrayList<String>();
        cells.add(harmless(row.account().value()));
        cells.add(row.asOf().toString());
        cells.add(row.catalogueVersion());
        outcome.ifPresent(
                known -> cells.add(known.apply(row).map(Instant::toString).orElse("")));
        features.forEach(feature -> cells.add(cell(row.get(feature))));
        writer.writeRecord(cells);
    }

    private static String cell(FeatureValue value) {
        return switch (value) {
            case FeatureValue.Quantity quantity -> Double.toString(quantity.amount());
            case FeatureValue.Category category -> category.name();
            case FeatureValue.Missing missing -> "";
        };
    }

    /** The text, preceded by an apostrophe if a spreadsheet would take it for a formula. */
    static String harmless(String text) {
        return FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
