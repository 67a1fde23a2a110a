package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.contract.TableSpec;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;

/**
 * Writes encoded rows of one table into a Parquet file, column by column, without an object a row.
 */
final class TableFileWriter implements Closeable {
  // Small groups let queries skip the customers that they do not ask for.
  private static final long ROW_GROUP_BYTES = 16L << 20;
  // Beyond this, a column hardly repeats itself, and a dictionary costs more than it saves.
  private static final int DICTIONARY_BYTES = 128 << 10;

  private static final List<String> EVENT_IDS = List.of("event_id", "idempotency_key");

  private final ParquetWriter<RowCursor> writer;
  private final RowCursor cursor = new RowCursor();

  private TableFileWriter(ParquetWriter<RowCursor> writer) {
    this.writer = writer;
  }

  static TableFileWriter create(Path file, TableSpec<?> table) throws IOException {
    Builder builder =
        new Builder(new LocalOutputFile(file), table)
            // Hadoop's own configuration would parse its XML files for every file.
            .withConf(new PlainParquetConfiguration())
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .withDictionaryPageSize(DICTIONARY_BYTES)
            .withSizeStatisticsEnabled(false);
    for (ColumnSpec column : table.columns()) {
      builder =
          builder
              .withDictionaryEncoding(column.name(), repeats(column, table))
              // Nobody looks for ranges of ids.
              .withStatisticsEnabled(column.name(), !isId(column, table));
    }
    return new TableFileWriter(builder.build());
  }

  // A dictionary of what hardly repeats is built in vain.
  private static boolean repeats(ColumnSpec column, TableSpec<?> table) {
    return switch (column.type()) {
      case TIMESTAMP, FLOAT64 -> false;
      case STRING -> !isId(column, table);
      case INT64, DATE, BOOL -> true;
    };
  }

  /** Whether each row has a text of its own. */
  private static boolean isId(ColumnSpec column, TableSpec<?> table) {
    return column.type() == ColumnType.STRING
        && !column.name().equals("customer_id")
        && (table.key().equals(List.of(column.name())) || EVENT_IDS.contains(column.name()));
  }

  /** Writes the row that begins at {@code offset}. */
  void write(byte[] bytes, int offset) throws IOException {
    writer.write(cursor.at(bytes, offset));
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static final class Builder extends ParquetWriter.Builder<RowCursor, Builder> {
    private final TableSpec<?> table;

    Builder(OutputFile file, TableSpec<?> table) {
      super(file);
      this.table = table;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<RowCursor> getWriteSupport(Configuration configuration) {
      return new EncodedRowSupport(table);
    }

    @Override
    protected WriteSupport<RowCursor> getWriteSupport(ParquetConfiguration configuration) {
      return new EncodedRowSupport(table);
    }
  }
}
