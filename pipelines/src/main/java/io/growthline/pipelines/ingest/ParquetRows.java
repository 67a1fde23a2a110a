package io.growthline.pipelines.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.growthline.domain.ingest.RejectedRecordException;
import io.growthline.domain.ingest.RejectionCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapKeyValueTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/**
 * Rows of Parquet files as plain Java values. They are read by the schema of Parquet, not through
 * Avro, which has no decimals of 32 and 64 bits and would give 1234 for 12.34.
 */
final class ParquetRows {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private ParquetRows() {}

  /** Reads through a channel, so that any file system of Beam will do. */
  static ParquetReader<Group> open(SeekableByteChannel channel) throws IOException {
    return new ParquetReader.Builder<Group>(new ChannelFile(channel)) {
      @Override
      protected ReadSupport<Group> getReadSupport() {
        return new GroupReadSupport();
      }
    }.build();
  }

  /**
   * The values by name; a row is held to the limits of one that comes as text. Lists and maps are
   * nested as they mean it, not as Parquet stores them.
   */
  static Map<String, Object> toMap(Group row) throws RejectedRecordException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Type field : row.getType().getFields()) {
      values.put(field.getName(), field(row, field));
    }
    return values;
  }

  /** A row as JSON, times in ISO form: what a rejected row is kept as. */
  static byte[] json(Group row) {
    try {
      return json(toMap(row));
    } catch (RejectedRecordException e) {
      return text(row).getBytes(StandardCharsets.UTF_8);
    }
  }

  // Values are decoded when they are asked for, so a damaged one fails here too.
  private static String text(Group row) {
    try {
      return row.toString();
    } catch (RuntimeException e) {
      return "a row with damaged values";
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

  private static Object field(Group group, Type field) throws RejectedRecordException {
    int index = group.getType().getFieldIndex(field.getName());
    int count = group.getFieldRepetitionCount(index);
    if (!field.isRepetition(Type.Repetition.REPEATED)) {
      return count == 0 ? null : value(group, field, index, 0);
    }
    List<Object> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(value(group, field, index, i));
    }
    return values;
  }

  private static Object value(Group group, Type type, int field, int index)
      throws RejectedRecordException {
    if (type.isPrimitive()) {
      return primitive(group, type.asPrimitiveType(), field, index);
    }
    Group inner = group.getGroup(field, index);
    if (type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation) {
      return list(inner);
    } else if (type.getLogicalTypeAnnotation() instanceof MapLogicalTypeAnnotation
        || type.getLogicalTypeAnnotation() instanceof MapKeyValueTypeAnnotation) {
      return map(inner);
    }
    return toMap(inner);
  }

  private static Object primitive(Group group, PrimitiveType type, int field, int index)
      throws RejectedRecordException {
    try {
      return ParquetValues.of(group, type, field, index);
    } catch (RuntimeException e) {
      throw new RejectedRecordException(
          RejectionCode.MALFORMED_RECORD, null, "A value of the record is damaged");
    }
  }

  // The rules for old writers are those of the format's specification, "Lists".
  private static List<?> list(Group list) throws RejectedRecordException {
    Type repeated = list.getType().getType(0);
    List<?> elements = (List<?>) field(list, repeated);
    if (repeated.isPrimitive()
        || repeated.asGroupType().getFieldCount() > 1
        || repeated.getName().equals("array")
        || repeated.getName().equals(list.getType().getName() + "_tuple")) {
      return elements;
    }
    String element = repeated.asGroupType().getFieldName(0);
    List<Object> values = new ArrayList<>(elements.size());
    elements.forEach(e -> values.add(((Map<?, ?>) e).get(element)));
    return values;
  }

  // The entries are taken apart here: old writers mark them, too, as MAP_KEY_VALUE.
  private static Map<String, Object> map(Group map) throws RejectedRecordException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < map.getFieldRepetitionCount(0); i++) {
      Group entry = map.getGroup(0, i);
      List<Type> fields = entry.getType().getFields();
      String key = String.valueOf(field(entry, fields.get(0)));
      if (values.containsKey(key)) {
        throw new RejectedRecordException(
            RejectionCode.MALFORMED_RECORD, null, "A map of the record has a key twice");
      }
      values.put(key, fields.size() > 1 ? field(entry, fields.get(1)) : null);
    }
    return values;
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
