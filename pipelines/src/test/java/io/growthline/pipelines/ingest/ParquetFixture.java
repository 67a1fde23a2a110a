package io.growthline.pipelines.ingest;

import io.growthline.domain.contract.Micros;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.CustomerProfile;
import io.growthline.pipelines.warehouse.AvroRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.DelegatingPositionOutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** Customer profiles as Parquet in memory, whose columns can be given another form one by one. */
final class ParquetFixture {
  private static final AvroRows<CustomerProfile> ROWS =
      new AvroRows<>(TableSpec.of(CustomerProfile.class));

  private ParquetFixture() {}

  /** Two good profiles. */
  static byte[] good(CompressionCodecName codec) {
    return write(ROWS.schema(), List.of(good("before"), good("after")), codec);
  }

  /** A profile with this value in one column between two good ones. */
  static byte[] value(String column, Object value) {
    GenericRecord bad = good("bad");
    bad.put(column, value);
    return write(
        ROWS.schema(), List.of(good("before"), bad, good("after")), CompressionCodecName.SNAPPY);
  }

  /** Two profiles in which one column has another type. */
  static byte[] type(String column, Schema type, Object value) {
    Schema schema = schema((name, old) -> name.equals(column) ? type : old);
    return write(
        schema,
        List.of(copy(schema, "before", column, value), copy(schema, "after", column, value)),
        CompressionCodecName.SNAPPY);
  }

  /** Two profiles under other column names; a column whose new name is null is left out. */
  static byte[] renamed(BiFunction<String, Schema, String> names) {
    List<Schema.Field> fields = new ArrayList<>();
    for (Schema.Field field : ROWS.schema().getFields()) {
      String name = names.apply(field.name(), field.schema());
      if (name != null) {
        fields.add(new Schema.Field(name, field.schema()));
      }
    }
    Schema schema = Schema.createRecord("profiles", null, "bad", false, fields);
    GenericRecord record = new GenericData.Record(schema);
    for (Schema.Field field : ROWS.schema().getFields()) {
      String name = names.apply(field.name(), field.schema());
      if (name != null) {
        record.put(name, good("before").get(field.name()));
      }
    }
    return write(schema, List.of(record, record), CompressionCodecName.SNAPPY);
  }

  static byte[] none() {
    return write(ROWS.schema(), List.of(), CompressionCodecName.SNAPPY);
  }

  private static Schema schema(BiFunction<String, Schema, Schema> types) {
    List<Schema.Field> fields = new ArrayList<>();
    for (Schema.Field field : ROWS.schema().getFields()) {
      fields.add(new Schema.Field(field.name(), types.apply(field.name(), field.schema())));
    }
    return Schema.createRecord("profiles", null, "bad", false, fields);
  }

  private static GenericRecord copy(Schema schema, String id, String column, Object value) {
    GenericRecord from = good(id);
    GenericRecord to = new GenericData.Record(schema);
    for (Schema.Field field : schema.getFields()) {
      to.put(field.name(), field.name().equals(column) ? value : from.get(field.name()));
    }
    return to;
  }

  private static GenericRecord good(String id) {
    Instant at = Instant.parse("2026-01-05T09:00:00Z");
    GenericRecord row =
        ROWS.toAvro(
            new CustomerProfile(
                id,
                "key-" + id,
                "c1",
                at,
                at.plusSeconds(3),
                1,
                "app",
                Profiles.NAME,
                Profiles.EMAIL,
                1990L,
                "north",
                "leeds",
                "middle",
                null,
                null,
                null,
                null,
                150_000L,
                LocalDate.of(2026, 1, 5),
                true,
                false,
                false,
                null,
                null,
                null));
    row.put("occurred_at", Micros.of(at));
    return row;
  }

  private static byte[] write(Schema schema, List<GenericRecord> rows, CompressionCodecName codec) {
    MemoryFile file = new MemoryFile(new ByteArrayOutputStream());
    PlainParquetConfiguration configuration = new PlainParquetConfiguration();
    configuration.set("parquet.avro.writeFixedAsInt96", "occurred_at");
    try (ParquetWriter<GenericRecord> writer =
        AvroParquetWriter.<GenericRecord>builder(file)
            .withDataModel(GenericData.get())
            .withConf(configuration)
            .withSchema(schema)
            .withCompressionCodec(codec)
            .build()) {
      for (GenericRecord row : rows) {
        writer.write(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.bytes.toByteArray();
  }

  private record MemoryFile(ByteArrayOutputStream bytes) implements OutputFile {
    @Override
    public PositionOutputStream create(long blockSizeHint) {
      return new DelegatingPositionOutputStream(bytes) {
        @Override
        public long getPos() {
          return bytes.size();
        }
      };
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
      return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }
}
