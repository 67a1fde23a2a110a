package io.growthline.pipelines.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.growthline.domain.contract.RecordCodec;
import io.growthline.domain.ingest.RejectedRecordException;
import io.growthline.domain.ingest.RowParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.Utf8;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** Rows of Parquet files as plain Java values. */
final class ParquetRows {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private ParquetRows() {}

  /** Reads through a channel, so that any file system of Beam will do. */
  static ParquetReader<GenericRecord> open(SeekableByteChannel channel) throws IOException {
    return AvroParquetReader.<GenericRecord>builder(new ChannelFile(channel))
        .withDataModel(GenericData.get())
        .build();
  }

  /** The values by name; a row is held to the limits of one that comes as text. */
  static Map<String, Object> toMap(GenericRecord row) throws RejectedRecordException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Schema.Field field : row.getSchema().getFields()) {
      values.put(field.name(), value(field.schema(), row.get(field.pos())));
    }
    return values;
  }

  /** A row as JSON, times in ISO form: what a rejected row is kept as. */
  static byte[] json(GenericRecord row) {
    try {
      return json(toMap(row));
    } catch (RejectedRecordException e) {
      return row.toString().getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Values as JSON, times in ISO form: what a rejected row is kept as. */
  static byte[] json(Map<String, ?> values) {
    try {
      return JSON.writeValueAsBytes(values);
    } catch (JsonProcessingException e) {
      return values.toString().getBytes(StandardCharsets.UTF_8);
    }
  }

  private static Object value(Schema schema, Object value) throws RejectedRecordException {
    if (value == null) {
      return null;
    } else if (value instanceof Utf8 text) {
      return text(text);
    } else if (value instanceof CharSequence) {
      return value.toString();
    } else if (value instanceof GenericRecord record) {
      return toMap(record);
    } else if (value instanceof List<?> list) {
      Schema element = actual(schema).getElementType();
      List<Object> values = new ArrayList<>();
      for (Object member : list) {
        values.add(value(element, member));
      }
      return values;
    }
    LogicalType type = actual(schema).getLogicalType();
    if (type instanceof LogicalTypes.TimestampMicros) {
      return RecordCodec.ofMicros((Long) value);
    } else if (type instanceof LogicalTypes.TimestampMillis) {
      return Instant.ofEpochMilli((Long) value);
    } else if (type instanceof LogicalTypes.Date) {
      return LocalDate.ofEpochDay((Integer) value);
    }
    return value;
  }

  private static String text(Utf8 text) throws RejectedRecordException {
    if (text.getByteLength() > RowParser.MAX_PAYLOAD_BYTES) {
      throw RowParser.tooLarge();
    }
    RowParser.checkUtf8(ByteBuffer.wrap(text.getBytes(), 0, text.getByteLength()));
    return text.toString();
  }

  private static Schema actual(Schema schema) {
    if (schema.getType() != Schema.Type.UNION) {
      return schema;
    }
    return schema.getTypes().stream()
        .filter(s -> s.getType() != Schema.Type.NULL)
        .findFirst()
        .orElse(schema);
  }

  private record ChannelFile(SeekableByteChannel channel) implements InputFile {
    @Override
    public long getLength() throws IOException {
      return channel.size();
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
      return new DelegatingSeekableInputStream(Channels.newInputStream(channel)) {
        @Override
        public long getPos() throws IOException {
          return channel.position();
        }

        @Override
        public void seek(long position) throws IOException {
          channel.position(position);
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
          return channel.read(target);
        }
      };
    }
  }
}
