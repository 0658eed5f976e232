package io.caucus.scoring.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.FeatureVector;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.TimeStampMilliTZVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * Numbers as 64-bit floating point, categories and keys as UTF-8, instants as milliseconds in UTC, all but the key and the
 * instant nullable. What a feature means goes with its column as metadata.
 *
 * <p><b>Source.</b> Apache Arrow columnar format 1.5, IPC file format.
 */
final class ArrowRows implements FeatureTable.Rows {

    /** Rows that are in memory at once, outside the heap. */
    private static final int BATCH = 4096;

    private final BufferAllocator memory;
    private final VectorSchemaRoot batch;
    private final FileChannel channel;
    private final ArrowFileWriter writer;
    private final List<FeatureDefinition> columns;
    private int rows;

    ArrowRows(Path file, List<FeatureDefinition> columns) throws IOException {
        this.columns = List.copyOf(columns);
        memory = new RootAllocator();
        batch = VectorSchemaRoot.create(schema(columns), memory);
        channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        writer = new ArrowFileWriter(batch, null, channel);
        writer.start();
    }

    private static Schema schema(List<FeatureDefinition> columns) {
        var fields = new ArrayList<Field>();
        fields.add(new Field(FeatureTable.ACCOUNT, FieldType.notNullable(new ArrowType.Utf8()), null));
        fields.add(new Field(
                FeatureTable.AS_OF, FieldType.notNullable(new ArrowType.Timestamp(TimeUnit.MILLISECOND, "UTC")), null));
        fields.add(new Field(FeatureTable.VERSION, FieldType.notNullable(new ArrowType.Utf8()), null));
        columns.forEach(column -> fields.add(field(column)));
        return new Schema(fields);
    }

    private static Field field(FeatureDefinition column) {
        var type = column.unit() == Unit.CATEGORY
                ? new ArrowType.Utf8()
                : new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
        var meaning = Map.of(
                "title", column.title(),
                "meaning", column.meaning(),
                "unit", column.unit().name(),
                "missing", column.whenMissing());
        return new Field(column.id(), new FieldType(true, type, null, meaning), null);
    }

    @Override
    public void add(FeatureVector row, List<String> more) throws IOException {
        put(FeatureTable.ACCOUNT, row.account().value());
        ((TimeStampMilliTZVector) batch.getVector(FeatureTable.AS_OF))
                .setSafe(rows, row.asOf().instant().toEpochMilli());
        put(FeatureTable.VERSION, row.catalogueVersion());
        for (FeatureDefinition column : columns) {
            put(column.id(), row.get(column.id()));
        }
        rows++;
        if (rows == BATCH) {
            flush();
        }
    }

    private void put(String column, FeatureValue value) {
        switch (value) {
            case FeatureValue.Quantity quantity ->
                ((Float8Vector) batch.getVector(column)).setSafe(rows, quantity.amount());
            case FeatureValue.Category category -> put(column, category.name());
            case FeatureValue.Missing missing -> putNull(batch.getVector(column));
        }
    }

    private void put(String column, String text) {
        ((VarCharVector) batch.getVector(column)).setSafe(rows, text.getBytes(UTF_8));
    }

    private void putNull(FieldVector column) {
        while (column.getValueCapacity() <= rows) {
            column.reAlloc();
        }
        column.setNull(rows);
    }

    private void flush() throws IOException {
        batch.setRowCount(rows);
        writer.writeBatch();
        batch.clear();
        rows = 0;
    }

    @Override
    public void close() throws IOException {
        try (memory;
                batch;
                channel;
                writer) {
            if (rows > 0) {
                flush();
            }
        }
    }
}
