package io.caucus.bench;

import io.caucus.scoring.learn.Column;
import io.caucus.scoring.learn.Column.KnownAt;
import io.caucus.scoring.learn.Column.Owner;
import io.caucus.scoring.learn.Column.Role;
import io.caucus.scoring.learn.LearningTable;
import io.caucus.scoring.learn.SchemaFile;
import io.caucus.scoring.learn.TableReader;
import io.caucus.scoring.learn.TableSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The same table, read with other meanings of its columns. */
final class WinTables {

    /** The family of columns that tell of other accounts. */
    static final String NETWORK = "network";

    private final Path table;
    private final TableSchema asWritten;

    WinTables(Path table, Path schema) {
        this.table = table;
        this.asWritten = SchemaFile.read(schema);
    }

    /** As the product writes it. */
    LearningTable asWritten() {
        return read(asWritten);
    }

    /** With more inputs. */
    LearningTable with(Column... more) {
        return read(changed(asWritten.horizon(), column -> column, List.of(more)));
    }

    /** Rows whose outcomes are not known yet are among them, as if all were asked about a day. */
    LearningTable withOpenRows() {
        return read(changed(Duration.ofDays(1), column -> column, List.of()));
    }

    /** Without what other accounts tell of one. */
    LearningTable withoutNetwork() {
        return read(changed(
                asWritten.horizon(),
                column -> isNetwork(column) ? with(column, Role.IGNORED, Optional.empty()) : column,
                List.of()));
    }

    private static boolean isNetwork(Column column) {
        return column.family().filter(NETWORK::equals).isPresent();
    }

    static Column input(String name, Column.Type type, Optional<KnownAt> knownAt) {
        return new Column(name, type, Role.INPUT, Optional.empty(), knownAt, Owner.SYSTEM, 0, false, Optional.of(name));
    }

    static Column ignored(String name, Column.Type type) {
        return with(input(name, type, Optional.empty()), Role.IGNORED, Optional.empty());
    }

    private static Column with(Column column, Role role, Optional<String> family) {
        return new Column(
                column.name(),
                column.type(),
                role,
                column.format(),
                column.knownAt(),
                column.owner(),
                column.direction(),
                column.isProtected(),
                family);
    }

    private TableSchema changed(Duration horizon, UnaryOperator<Column> change, List<Column> more) {
        var columns = new ArrayList<>(asWritten.columns().stream().map(change).toList());
        columns.addAll(more);
        return new TableSchema(
                asWritten.target(),
                horizon,
                asWritten.embargo(),
                asWritten.rowsFrom(),
                asWritten.observedUntil(),
                asWritten.joins(),
                asWritten.success(),
                asWritten.failure(),
                asWritten.waived(),
                asWritten.sellerInputs(),
                asWritten.recencyHalfLife(),
                columns);
    }

    private LearningTable read(TableSchema schema) {
        return TableReader.read(table, schema, WorldBench.END);
    }
}
