package io.growthline.transforms;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.RecordCodec;
import io.growthline.domain.contract.Table;
import io.growthline.domain.contract.TableSpec;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.SchemaProvider;
import org.apache.beam.sdk.schemas.logicaltypes.Date;
import org.apache.beam.sdk.schemas.logicaltypes.MicrosInstant;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.Row;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Gives Beam the schema of contract records, for transforms that work on rows (Beam SQL, Select,
 * Convert). Beam's own providers see nothing in a record and give it an empty schema.
 *
 * <p>It is not found by the service loader on purpose: Beam prefers a known schema to a coder, and
 * every collection would be coded as rows instead of by the compact {@link RecordCoder}. A pipeline
 * that wants rows registers it: {@code pipeline.getSchemaRegistry().registerSchemaProvider(new
 * RecordSchemaProvider())}.
 */
public final class RecordSchemaProvider implements SchemaProvider {
  @Override
  public <T> Schema schemaFor(TypeDescriptor<T> type) {
    return isContract(type) ? schema(contract(type)) : null;
  }

  @Override
  public <T> SerializableFunction<T, Row> toRowFunction(TypeDescriptor<T> type) {
    return isContract(type) ? row -> toRow((Record) row) : null;
  }

  @Override
  @SuppressWarnings("unchecked") // rows of the schema of T become T
  public <T> SerializableFunction<Row, T> fromRowFunction(TypeDescriptor<T> type) {
    if (!isContract(type)) {
      return null;
    }
    Class<? extends Record> record = type.getRawType().asSubclass(Record.class);
    return row -> (T) fromRow(row, TableSpec.of(record));
  }

  private static boolean isContract(TypeDescriptor<?> type) {
    return type.getRawType().isRecord() && type.getRawType().isAnnotationPresent(Table.class);
  }

  private static TableSpec<?> contract(TypeDescriptor<?> type) {
    return TableSpec.of(type.getRawType().asSubclass(Record.class));
  }

  private static Schema schema(TableSpec<?> table) {
    Schema.Builder schema = Schema.builder();
    for (ColumnSpec column : table.columns()) {
      schema.addField(
          Schema.Field.of(column.name(), type(column))
              .withNullable(column.nullable())
              .withDescription(column.description()));
    }
    return schema.build();
  }

  private static Schema.FieldType type(ColumnSpec column) {
    return switch (column.type()) {
      case STRING -> Schema.FieldType.STRING;
      case INT64 -> Schema.FieldType.INT64;
      case FLOAT64 -> Schema.FieldType.DOUBLE;
      case BOOL -> Schema.FieldType.BOOLEAN;
      case TIMESTAMP -> Schema.FieldType.logicalType(new MicrosInstant());
      case DATE -> Schema.FieldType.logicalType(new Date());
    };
  }

  @SuppressWarnings("unchecked") // the specification is that of the row's own class
  private static <R extends Record> Row toRow(R record) {
    TableSpec<R> table = TableSpec.of((Class<R>) record.getClass());
    Row.Builder row = Row.withSchema(schema(table));
    for (Object value : table.values(record)) {
      // Rows keep microseconds, like every warehouse here.
      row.addValue(
          value instanceof Instant instant
              ? RecordCodec.ofMicros(RecordCodec.toMicros(instant))
              : value);
    }
    return row.build();
  }

  private static <R extends Record> R fromRow(Row row, TableSpec<R> table) {
    Object[] values = new Object[table.columns().size()];
    for (int i = 0; i < values.length; i++) {
      ColumnSpec column = table.columns().get(i);
      values[i] =
          switch (column.type()) {
            case TIMESTAMP -> row.getLogicalTypeValue(column.name(), Instant.class);
            case DATE -> row.getLogicalTypeValue(column.name(), LocalDate.class);
            default -> row.getValue(column.name());
          };
    }
    return table.create(values);
  }
}
