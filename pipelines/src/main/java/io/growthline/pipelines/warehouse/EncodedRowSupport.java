package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.contract.TableSpec;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/** Hands the columns of encoded rows to Parquet. */
final class EncodedRowSupport extends WriteSupport<RowCursor> {
  private final MessageType schema;
  private final String[] names;
  private final ColumnType[] types;
  private final boolean[] flagged;
  private RecordConsumer consumer;

  EncodedRowSupport(TableSpec<?> table) {
    schema = TableFileSchema.of(table);
    List<ColumnSpec> columns = table.columns();
    names = columns.stream().map(ColumnSpec::name).toArray(String[]::new);
    types = columns.stream().map(ColumnSpec::type).toArray(ColumnType[]::new);
    flagged = new boolean[names.length];
    for (int i = 0; i < names.length; i++) {
      flagged[i] = columns.get(i).nullable() && types[i] != ColumnType.STRING;
    }
  }

  @Override
  public WriteContext init(Configuration configuration) {
    return new WriteContext(schema, Map.of());
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(schema, Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    consumer = recordConsumer;
  }

  @Override
  public void write(RowCursor row) {
    consumer.startMessage();
    for (int i = 0; i < names.length; i++) {
      if (flagged[i] && row.readByte() == 0) {
        continue;
      }
      if (types[i] == ColumnType.STRING) {
        writeText(row, i);
        continue;
      }
      consumer.startField(names[i], i);
      switch (types[i]) {
        case INT64 -> consumer.addLong(row.readZigzag());
        case FLOAT64 -> consumer.addDouble(Double.longBitsToDouble(row.readLong()));
        case BOOL -> consumer.addBoolean(row.readByte() != 0);
        case TIMESTAMP -> consumer.addLong(row.readLong());
        default -> consumer.addInteger(Math.toIntExact(row.readZigzag()));
      }
      consumer.endField(names[i], i);
    }
    consumer.endMessage();
  }

  private void writeText(RowCursor row, int column) {
    int length = (int) row.readVarint() - 1;
    if (length < 0) {
      return;
    }
    consumer.startField(names[column], column);
    // Blocks are let go long before the file is complete, so what Parquet keeps it must copy.
    consumer.addBinary(Binary.fromReusedByteArray(row.array(), row.position(), length));
    consumer.endField(names[column], column);
    row.skip(length);
  }
}
