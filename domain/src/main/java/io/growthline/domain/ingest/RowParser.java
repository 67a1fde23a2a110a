package io.growthline.domain.ingest;

import static io.growthline.domain.ingest.RejectionCode.MALFORMED_RECORD;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.contract.Upcaster;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes encoded rows of one raw table (see {@link io.growthline.domain.contract.RowLayout}) from
 * JSON objects or from maps. Each method appends one row to a buffer and returns what the record
 * said beyond its contract, as a JSON object: empty unless such columns are kept. A record that is
 * rejected appends nothing. Not thread-safe.
 */
public final class RowParser {
  // Doubles stay as they were written: a kept column is not changed by a round trip.
  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private final TableSpec<?> spec;
  private final RowRules rules;
  private final UsualJson usualJson;
  private final StrictJson strictJson;
  private final UndeclaredMembers undeclared;
  private final Upcaster upcaster;
  private final RowDraft draft;

  /** Rejects rows with columns that the contract does not declare. */
  public RowParser(TableSpec<?> spec) {
    this(spec, UnknownColumns.REJECT);
  }

  public RowParser(TableSpec<?> spec, UnknownColumns unknownColumns) {
    this.spec = spec;
    this.rules = new RowRules(spec);
    this.usualJson = new UsualJson(spec);
    this.strictJson = new StrictJson(spec, MAPPER);
    this.undeclared = new UndeclaredMembers(spec, unknownColumns, MAPPER);
    this.upcaster = spec.upcaster();
    this.draft = new RowDraft(spec);
  }

  /** Contract of the rows. */
  public TableSpec<?> spec() {
    return spec;
  }

  /** Appends the row that a JSON object with the contract's column names means. */
  public Optional<String> parseJson(byte[] json, RowBuffer out) throws RejectedRecordException {
    return parseJson(json, 0, json.length, out);
  }

  /** The same for an object that is a part of an array. */
  public Optional<String> parseJson(byte[] json, int offset, int length, RowBuffer out)
      throws RejectedRecordException {
    undeclared.clear();
    RejectedRecordException complaint = null;
    if (length > Payloads.MAX_BYTES || !usualJson.read(json, offset, length, draft)) {
      Payloads.check(json, offset, length);
      complaint = strictJson.read(json, offset, length, draft, undeclared);
    }
    if (rules.isOlder(draft) && !isMalformed(complaint)) {
      return parseMap(asMap(json, offset, length), out);
    }
    return finish(complaint, out);
  }

  /** Appends the row that values by column name mean, as Parquet and mappings give. */
  public Optional<String> parseMap(Map<String, ?> delivered, RowBuffer out)
      throws RejectedRecordException {
    undeclared.clear();
    draft.begin();
    RejectedRecordException complaint = null;
    for (Map.Entry<String, ?> entry : newest(delivered).entrySet()) {
      try {
        set(entry.getKey(), entry.getValue());
      } catch (RejectedRecordException e) {
        complaint = complaint == null ? e : complaint;
      }
    }
    return finish(complaint, out);
  }

  private void set(String name, Object value) throws RejectedRecordException {
    int column = strictJson.column(name);
    if (column < 0) {
      undeclared.check(name);
      undeclared.keep(name, MAPPER.valueToTree(value));
    } else if (value != null && !isMissingKey(column, value)) {
      MapValues.set(draft, column, spec.columns().get(column), value);
    }
  }

  // Data frames hold NaN where a name is missing, also in columns of numbers.
  private boolean isMissingKey(int column, Object value) {
    return Keys.isKey(spec.columns().get(column)) && Keys.namesNothing(value);
  }

  private static boolean isMalformed(RejectedRecordException complaint) {
    return complaint != null && complaint.rejection().code() == MALFORMED_RECORD;
  }

  private Optional<String> finish(RejectedRecordException complaint, RowBuffer out)
      throws RejectedRecordException {
    rules.checkVersion(draft);
    if (complaint != null) {
      throw complaint;
    }
    rules.check(draft);
    draft.write(out);
    return undeclared.json();
  }

  private Map<String, ?> newest(Map<String, ?> delivered) {
    Object version = delivered.get("schema_version");
    if (!(version instanceof Long || version instanceof Integer)
        || !rules.isOlder(((Number) version).longValue())) {
      return delivered;
    }
    Map<String, Object> values = new LinkedHashMap<>(delivered);
    upcaster.upcast(values, ((Number) version).longValue());
    return values;
  }

  private static Map<String, ?> asMap(byte[] json, int offset, int length)
      throws RejectedRecordException {
    try {
      return MAPPER.readValue(
          json, offset, length, new TypeReference<LinkedHashMap<String, Object>>() {});
    } catch (IOException e) {
      throw new RejectedRecordException(MALFORMED_RECORD, null, "The record is not valid JSON");
    }
  }
}
