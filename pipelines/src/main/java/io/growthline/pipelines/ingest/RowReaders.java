package io.growthline.pipelines.ingest;

import static io.growthline.domain.ingest.RejectionCode.INTERNAL;
import static io.growthline.domain.ingest.RejectionCode.MALFORMED_RECORD;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.growthline.domain.ingest.RejectedRecordException;
import io.growthline.domain.ingest.Rejection;
import io.growthline.domain.ingest.RowParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;

/** The formats of landing files: each reader hands every record to a consumer, good or bad. */
final class RowReaders {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private RowReaders() {}

  /** Consumes one record, or says why it cannot be taken. */
  interface RecordConsumer<R> {
    void accept(R row, long line, byte[] payload) throws RejectedRecordException;
  }

  /** JSON Lines as bytes; blank lines are no records. */
  static void jsonLines(InputStream in, FileIntake intake, RecordConsumer<byte[]> consumer)
      throws IOException {
    try (Lines lines = new Lines(in)) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        if (!isBlank(line)) {
          consume(line, lines.number(), line, intake, consumer);
        }
      }
    }
  }

  /** JSON Lines as maps, for mappings. */
  static void jsonMaps(InputStream in, FileIntake intake, RecordConsumer<Map<String, ?>> consumer)
      throws IOException {
    jsonLines(in, intake, (bytes, line, payload) -> consumer.accept(parse(bytes), line, payload));
  }

  /** CSV with a header. */
  static void csv(
      InputStream in, char delimiter, FileIntake intake, RecordConsumer<Map<String, ?>> consumer)
      throws IOException {
    try (CsvRows rows = new CsvRows(in, delimiter)) {
      while (rows.advance()) {
        byte[] payload = rows.payload();
        consume(
            payload,
            rows.number(),
            payload,
            intake,
            (bytes, line, same) -> {
              RowParser.checkPayload(bytes);
              consumer.accept(rows.values(), line, bytes);
            });
      }
    }
  }

  /** Parquet of any schema; the payload of a row is its JSON. */
  static void parquet(
      SeekableByteChannel channel, FileIntake intake, RecordConsumer<Map<String, ?>> consumer)
      throws IOException {
    if (channel.size() == 0) {
      return;
    }
    try (ParquetReader<Group> reader = ParquetRows.open(channel)) {
      long number = 0;
      for (Group row = reader.read(); row != null; row = reader.read()) {
        consume(
            row,
            ++number,
            null,
            intake,
            (group, line, none) -> consumer.accept(ParquetRows.toMap(group), line, none));
      }
    }
  }

  /** Consumes a single record. */
  interface ReplayConsumer {
    void accept(byte[] record) throws RejectedRecordException;
  }

  /** One record that was rejected before, from line {@code line} of its file. */
  static void one(byte[] record, long line, FileIntake intake, ReplayConsumer consumer) {
    consume(record, line, record, intake, (bytes, number, same) -> consumer.accept(bytes));
  }

  /** The row that a line of CSV means under a header line. */
  static Map<String, ?> csvRow(byte[] header, byte[] line, char delimiter)
      throws RejectedRecordException {
    InputStream both =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    new ByteArrayInputStream(header),
                    new ByteArrayInputStream(new byte[] {'\n'}),
                    new ByteArrayInputStream(line))));
    RowParser.checkPayload(line);
    try (CsvRows rows = new CsvRows(both, delimiter)) {
      if (rows.advance()) {
        return rows.values();
      }
      throw new RejectedRecordException(MALFORMED_RECORD, null, "The record is empty");
    } catch (IOException e) {
      throw new RejectedRecordException(MALFORMED_RECORD, null, "The record is no valid CSV");
    }
  }

  // A defect while one record is handled must not cost the others.
  private static <R> void consume(
      R row, long line, byte[] payload, FileIntake intake, RecordConsumer<R> consumer) {
    intake.read(1);
    try {
      consumer.accept(row, line, payload);
    } catch (RejectedRecordException e) {
      intake.reject(e.rejection(), line, payloadOf(row, payload));
    } catch (FileIntake.OutputException e) {
      throw e;
    } catch (RuntimeException e) {
      String cause = "The record caused " + e.getClass().getSimpleName();
      intake.reject(new Rejection(INTERNAL, null, cause), line, payloadOf(row, payload));
    }
  }

  private static byte[] payloadOf(Object row, byte[] payload) {
    return payload == null ? ParquetRows.json((Group) row) : payload;
  }

  static Map<String, ?> parse(byte[] json) throws RejectedRecordException {
    RowParser.checkPayload(json);
    try {
      Map<?, ?> values = JSON.readValue(json, Map.class);
      if (values == null) {
        throw new RejectedRecordException(MALFORMED_RECORD, null, "The record is no JSON object");
      }
      Map<String, Object> row = new LinkedHashMap<>();
      values.forEach((name, value) -> row.put((String) name, value));
      return row;
    } catch (JsonProcessingException e) {
      throw new RejectedRecordException(
          MALFORMED_RECORD, null, "The record is no valid JSON object");
    } catch (IOException e) {
      throw new IllegalStateException("Reading from memory failed", e);
    }
  }

  static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
