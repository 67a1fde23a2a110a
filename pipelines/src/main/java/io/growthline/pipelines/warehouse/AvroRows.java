package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.Micros;
import io.growthline.domain.contract.TableSpec;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * Rows of one table as Avro, the form in which Parquet and BigQuery exchange them. Instants are
 * microseconds, days are days since the epoch.
 *
 * @param <T> the record of one row
 */
public final class AvroRows<T extends Record> {
  private static final ClassValue<AvroRows<?>> CACHE =
      new ClassValue<>() {
        @Override
        protected AvroRows<?> computeValue(Class<?> type) {
          return new AvroRows<>(TableSpec.of(type.asSubclass(Record.class)));
        }
      };

  private final TableSpec<T> table;
  private final Schema schema;

  /** The conversion for a contract record, the same for all callers. */
  @SuppressWarnings("unchecked") // the cache maps each class to its own conversion
  static <T extends Record> AvroRows<T> of(Class<T> type) {
    return (AvroRows<T>) CACHE.get(type);
  }

  /** A row of any table. */
  static GenericRecord of(Record row) {
    return toAvro(row, row.getClass());
  }

  private static <T extends Record> GenericRecord toAvro(Record row, Class<T> type) {
    return of(type).toAvro(type.cast(row));
  }

  public AvroRows(TableSpec<T> table) {
    this.table = table;
    SchemaBuilder.FieldAssembler<Schema> fields =
        SchemaBuilder.record(table.name()).namespace("growthline." + table.dataset()).fields();
    for (ColumnSpec column : table.columns()) {
      Schema type = type(column);
      fields =
          column.nullable()
              ? fields
                  .name(column.name())
                  .type(Schema.createUnion(Schema.create(Schema.Type.NULL), type))
                  .withDefault(null)
              : fields.name(column.name()).type(type).noDefault();
    }
    schema = fields.endRecord();
  }

  public Schema schema() {
    return schema;
  }

  public GenericRecord toAvro(T row) {
    GenericData.Record avro = new GenericData.Record(schema);
    for (int i = 0; i < table.columns().size(); i++) {
      Object value = table.value(row, i);
      ColumnSpec column = table.columns().get(i);
      if (value == null && !column.nullable()) {
        throw new IllegalArgumentException(
            table.id()
                + "."
                + column.name()
                + " must not be null in the row with the key "
                + table.keyOf(table.values(row)));
      }
      if (value instanceof Instant instant) {
        avro.put(i, Micros.of(instant));
      } else if (value instanceof LocalDate date) {
        avro.put(i, Math.toIntExact(date.toEpochDay()));
      } else {
        avro.put(i, value);
      }
    }
    return avro;
  }

  /** The row; columns that the file does not know, because it is older, are null. */
  public T fromAvro(GenericRecord avro) {
    Object[] values = new Object[table.columns().size()];
    for (int i = 0; i < values.length; i++) {
      ColumnSpec column = table.columns().get(i);
      Schema.Field field = avro.getSchema().getField(column.name());
      Object value = field == null ? null : avro.get(field.pos());
      values[i] = value == null ? null : value(column, value);
    }
    return table.create(values);
  }

  private static Object value(ColumnSpec column, Object value) {
    return switch (column.type()) {
      case STRING -> value.toString();
      case INT64 -> ((Number) value).longValue();
      case FLOAT64 -> ((Number) value).doubleValue();
      case BOOL -> value;
      case TIMESTAMP -> Micros.toInstant((Long) value);
      // BigQuery exports days as text, its read API as days since the epoch.
      case DATE ->
          value instanceof Integer days
              ? LocalDate.ofEpochDay(days)
              : LocalDate.parse(value.toString());
    };
  }

  private static Schema type(ColumnSpec column) {
    return switch (column.type()) {
      case STRING -> Schema.create(Schema.Type.STRING);
      case INT64 -> Schema.create(Schema.Type.LONG);
      case FLOAT64 -> Schema.create(Schema.Type.DOUBLE);
      case BOOL -> Schema.create(Schema.Type.BOOLEAN);
      case TIMESTAMP -> LogicalTypes.timestampMicros().addToSchema(Schema.create(Schema.Type.LONG));
      case DATE -> LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));
    };
  }
}
