package io.growthline.pipelines.ingest;

import static io.growthline.domain.ingest.RejectionCode.MALFORMED_RECORD;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.growthline.domain.ingest.Payloads;
import io.growthline.domain.ingest.RejectedRecordException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON Lines; blank lines are no records. */
final class JsonRecords implements Records {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final Lines lines;

  JsonRecords(InputStream in) {
    lines = new Lines(in);
  }

  @Override
  public boolean next() throws IOException {
    while (lines.next()) {
      if (!isBlank()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public long number() {
    return lines.number();
  }

  @Override
  public byte[] payload() {
    return lines.toBytes();
  }

  @Override
  public Map<String, ?> values() throws RejectedRecordException {
    return values(payload());
  }

  /** The line, as a slice of a buffer that moves on with {@link #next}. */
  Lines line() {
    return lines;
  }

  /** The members of one JSON object. */
  static Map<String, ?> values(byte[] json) throws RejectedRecordException {
    Payloads.check(json);
    try {
      Map<String, Object> values =
          JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
      if (values == null) {
        throw new RejectedRecordException(
            MALFORMED_RECORD, null, "The record is not a JSON object");
      }
      return values;
    } catch (JsonProcessingException e) {
      throw new RejectedRecordException(
          MALFORMED_RECORD, null, "The record is not a valid JSON object");
    } catch (IOException e) {
      throw new IllegalStateException("Reading from memory failed", e);
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private boolean isBlank() {
    byte[] bytes = lines.array();
    for (int i = lines.start(); i < lines.start() + lines.length(); i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
