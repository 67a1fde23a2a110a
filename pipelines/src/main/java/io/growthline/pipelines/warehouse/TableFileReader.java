package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.TableSpec;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Reads the rows of a Parquet file of a table into encoded rows, column by column, without an
 * object a row. Columns that the file does not know, because it is older, are null.
 */
final class TableFileReader implements Closeable {
  private final TableSpec<?> table;
  private final ColumnType[] types;
  private final boolean[] nullable;
  private final ParquetFileReader file;
  private final MessageType schema;
  private final ColumnReader[] columns;
  private long rowsLeft;

  private TableFileReader(TableSpec<?> table, ParquetFileReader file) {
    this.table = table;
    this.file = file;
    List<ColumnSpec> specs = table.columns();
    types = specs.stream().map(ColumnSpec::type).toArray(ColumnType[]::new);
    nullable = new boolean[types.length];
    for (int i = 0; i < types.length; i++) {
      nullable[i] = specs.get(i).nullable();
    }
    columns = new ColumnReader[types.length];
    schema = known(file.getFileMetaData().getSchema(), table);
    file.setRequestedSchema(schema);
  }

  static TableFileReader open(Path path, TableSpec<?> table) throws IOException {
    return new TableFileReader(table, parquet(path));
  }

  /** Number of rows in a file. */
  static long rows(Path path) throws IOException {
    try (ParquetFileReader reader = parquet(path)) {
      return reader.getRecordCount();
    }
  }

  private static ParquetFileReader parquet(Path path) throws IOException {
    return ParquetFileReader.open(
        new LocalInputFile(path),
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build());
  }

  private static MessageType known(MessageType stored, TableSpec<?> table) {
    List<Type> fields = new ArrayList<>();
    for (ColumnSpec column : table.columns()) {
      if (stored.containsField(column.name())) {
        fields.add(stored.getType(column.name()));
      }
    }
    return new MessageType(stored.getName(), fields);
  }

  /**
   * Appends the next row.
   *
   * @return whether there was one
   * @throws IOException when the file is damaged, or has a null where the contract has none
   */
  boolean next(RowBuffer out) throws IOException {
    while (rowsLeft == 0) {
      PageReadStore group = file.readNextRowGroup();
      if (group == null) {
        return false;
      }
      open(group);
    }
    rowsLeft--;
    for (int i = 0; i < columns.length; i++) {
      write(i, out);
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void open(PageReadStore group) {
    rowsLeft = group.getRowCount();
    ColumnReadStoreImpl store =
        new ColumnReadStoreImpl(
            group, new NoConversion(), schema, file.getFileMetaData().getCreatedBy());
    for (int i = 0; i < columns.length; i++) {
      String name = table.columns().get(i).name();
      columns[i] =
          schema.containsField(name)
              ? store.getColumnReader(schema.getColumnDescription(new String[] {name}))
              : null;
    }
  }

  private void write(int column, RowBuffer out) throws IOException {
    ColumnReader reader = columns[column];
    boolean present =
        reader != null
            && reader.getCurrentDefinitionLevel() == reader.getDescriptor().getMaxDefinitionLevel();
    if (!present && !nullable[column]) {
      throw new IOException(
          table.id() + "." + table.columns().get(column).name() + " must not be null");
    }
    if (types[column] == ColumnType.STRING) {
      writeText(present ? reader.getBinary() : null, out);
    } else {
      if (nullable[column]) {
        out.putByte(present ? 1 : 0);
      }
      if (present) {
        writeNumber(column, reader, out);
      }
    }
    if (reader != null) {
      reader.consume();
    }
  }

  private void writeNumber(int column, ColumnReader reader, RowBuffer out) {
    switch (types[column]) {
      case INT64 -> out.putZigzag(reader.getLong());
      case FLOAT64 -> out.putLong(Double.doubleToRawLongBits(reader.getDouble()));
      case BOOL -> out.putByte(reader.getBoolean() ? 1 : 0);
      case TIMESTAMP -> out.putLong(reader.getLong());
      default -> out.putZigzag(reader.getInteger());
    }
  }

  private static void writeText(Binary text, RowBuffer out) {
    if (text == null) {
      out.putByte(0);
      return;
    }
    ByteBuffer utf8 = text.toByteBuffer();
    if (utf8.hasArray()) {
      out.putText(utf8.array(), utf8.arrayOffset() + utf8.position(), utf8.remaining());
    } else {
      byte[] copy = text.getBytesUnsafe();
      out.putText(copy, 0, copy.length);
    }
  }

  /** Parquet asks for a converter of each column, though columns are read directly. */
  private static final class NoConversion extends GroupConverter {
    @Override
    public Converter getConverter(int field) {
      return new PrimitiveConverter() {};
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }
}
