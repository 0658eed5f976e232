package io.caucus.scoring.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureValue;
import io.caucus.features.FeatureVector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Numbers as {@link Double#toString} writes them, so that they read back to the same bits. */
final class CsvRows implements FeatureTable.Rows {

    /** What a spreadsheet would run, were it to open the file. */
    private static final String FORMULA_BEGINS = "=+-@\t";

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?(E-?[0-9]+)?");

    private final List<String> features;
    private final CsvWriter writer;

    /** @param more names of columns between what tells rows apart and the features */
    CsvRows(Path file, List<String> more, List<FeatureDefinition> columns) throws IOException {
        this.features = columns.stream().map(FeatureDefinition::id).toList();
        this.writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
        var names = new ArrayList<>(List.of(FeatureTable.ACCOUNT, FeatureTable.AS_OF, FeatureTable.VERSION));
        names.addAll(more);
        names.addAll(features);
        writer.writeRecord(names);
    }

    @Override
    public void add(FeatureVector row, List<String> more) {
        var cells = new ArrayList<String>();
        cells.add(harmless(row.account().value()));
        cells.add(row.asOf().toString());
        cells.add(row.catalogueVersion());
        more.forEach(cell -> cells.add(harmless(cell)));
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

    /** The text, preceded by an apostrophe if a spreadsheet would take it for a formula. A number is none. */
    static String harmless(String text) {
        boolean isFormula = !text.isEmpty()
                && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        return isFormula ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
