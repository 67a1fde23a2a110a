package io.growthline.pipelines.generate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.RecordJson;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.simulate.Fault;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** JSON Lines: one object a line, keys are column names, absent values have no key. */
final class JsonLinesFile<T extends Record> implements LandingFile<T> {
  private static final JsonFactory JSON = new JsonFactory();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final TableSpec<T> table;
  private final OutputStream out;
  private final JsonGenerator json;
  private final RecordJson<T> rows;

  JsonLinesFile(TableSpec<T> table, OutputStream out) throws IOException {
    this.table = table;
    this.out = new BufferedOutputStream(out, 1 << 16);
    this.json = JSON.createGenerator(this.out);
    json.setRootValueSeparator(null);
    rows = new RecordJson<>(table);
  }

  @Override
  public void write(T row) throws IOException {
    rows.write(row, json);
    json.writeRaw('\n');
  }

  @Override
  public boolean writeBroken(T row, Fault fault) throws IOException {
    Optional<byte[]> broken = broken(row, fault);
    if (broken.isPresent()) {
      json.flush();
      out.write(broken.get());
      out.write('\n');
    }
    return broken.isPresent();
  }

  private Optional<byte[]> broken(T row, Fault fault) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = JSON.createGenerator(bytes)) {
      rows.write(row, generator);
    }
    byte[] valid = bytes.toByteArray();
    if (fault == Fault.TRUNCATED) {
      return Optional.of(Arrays.copyOf(valid, valid.length * 2 / 3));
    }
    @SuppressWarnings("unchecked") // the line was just written from a row
    Map<String, Object> values = MAPPER.readValue(valid, LinkedHashMap.class);
    values.put("event_id", values.get("event_id") + "-bad");
    values.put("idempotency_key", values.get("idempotency_key") + "-bad");
    switch (fault) {
      case WRONG_TYPE -> values.put("schema_version", "first");
      case MISSING_FIELD -> values.remove("occurred_at");
      case UNKNOWN_COLUMN -> values.put("legacy_flag", true);
      case SCHEMA_CHANGE -> {
        values.put("schema_version", table.version() + 1);
        values.put("device_locale", "en-GB");
      }
      case NOT_ALLOWED -> {
        Optional<ColumnSpec> closed =
            table.columns().stream().filter(c -> !c.allowed().isEmpty()).findFirst();
        if (closed.isEmpty()) {
          return Optional.empty();
        }
        values.put(closed.get().name(), "unheard_of");
      }
      default -> throw new IllegalArgumentException(fault + " does not break a row");
    }
    return Optional.of(MAPPER.writeValueAsString(values).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
