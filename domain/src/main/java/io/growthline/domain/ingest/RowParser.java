package io.growthline.domain.ingest;

import static io.growthline.domain.ingest.RejectionCode.MALFORMED_RECORD;
import static io.growthline.domain.ingest.RejectionCode.OUT_OF_RANGE;
import static io.growthline.domain.ingest.RejectionCode.PAYLOAD_TOO_LARGE;
import static io.growthline.domain.ingest.RejectionCode.UNKNOWN_COLUMN;
import static io.growthline.domain.ingest.RejectionCode.WRONG_TYPE;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.contract.Upcaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes rows of one raw table from JSON objects or from maps, without ever changing a value: {@code
 * 12.5} is no integer, {@code "12"} is no number, a time without a zone is no time. Not
 * thread-safe.
 *
 * @param <T> the record of one row
 */
public final class RowParser<T extends Record> {
  /** Records larger than this are rejected. */
  public static final int MAX_PAYLOAD_BYTES = 1 << 20;

  // Doubles stay as they were written: a kept column is not changed by a round trip.
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();
  private static final JsonFactory JSON = new JsonFactory();
  private static final Pattern COLUMN_NAME = Pattern.compile("(?!.*\\d{5})[a-z][a-z0-9_]{0,39}");

  private final TableSpec<T> spec;
  private final RowRules<T> rules;
  private final UnknownColumns unknownColumns;
  private final Upcaster upcaster;
  private final int schemaVersion;
  private final Map<String, Integer> indexes = new HashMap<>();
  private ObjectNode undeclared;

  /** Rejects rows with columns that the contract does not declare. */
  public RowParser(TableSpec<T> spec) {
    this(spec, UnknownColumns.REJECT);
  }

  public RowParser(TableSpec<T> spec, UnknownColumns unknownColumns) {
    this.spec = spec;
    this.rules = new RowRules<>(spec);
    this.unknownColumns = unknownColumns;
    this.upcaster = spec.upcaster();
    this.schemaVersion = spec.indexOf("schema_version");
    for (int i = 0; i < spec.columns().size(); i++) {
      indexes.put(spec.columns().get(i).name(), i);
    }
  }

  /** Contract of the rows. */
  public TableSpec<T> spec() {
    return spec;
  }

  /** The row that a JSON object with the contract's column names means. */
  public T parseJson(byte[] json) throws RejectedRecordException {
    checkPayload(json);
    undeclared = null;
    Object[] values = new Object[spec.columns().size()];
    RejectedRecordException first;
    try (JsonParser parser = JSON.createParser(json)) {
      first = readObject(parser, values);
    } catch (IOException e) {
      throw new RejectedRecordException(MALFORMED_RECORD, null, "The record is not valid JSON");
    }
    return isOlder(values[schemaVersion]) ? parseMap(asMap(json)) : finish(values, first);
  }

  /** The row that values under the contract's column names mean, as Parquet and mappings give. */
  public T parseMap(Map<String, ?> delivered) throws RejectedRecordException {
    undeclared = null;
    Map<String, ?> record = newest(delivered);
    Object[] values = new Object[spec.columns().size()];
    RejectedRecordException first = null;
    for (Map.Entry<String, ?> entry : record.entrySet()) {
      Integer index = indexes.get(entry.getKey());
      try {
        if (index == null) {
          undeclared(entry.getKey()).set(entry.getKey(), MAPPER.valueToTree(entry.getValue()));
        } else if (entry.getValue() != null) {
          values[index] = ColumnValues.convert(spec.columns().get(index), entry.getValue());
        }
      } catch (RejectedRecordException e) {
        first = first == null ? e : first;
      }
    }
    return finish(values, first);
  }

  /**
   * Refuses what is too large or not UTF-8. NUL is taken for another encoding: no text format has
   * it, and JSON parsers would guess UTF-16 and take one record of such a file.
   */
  public static void checkPayload(byte[] bytes) throws RejectedRecordException {
    if (bytes.length > MAX_PAYLOAD_BYTES) {
      throw tooLarge();
    }
    boolean ascii = true;
    for (byte b : bytes) {
      if (b == 0) {
        throw new RejectedRecordException(
            MALFORMED_RECORD, null, "The record holds a NUL byte; files must be UTF-8");
      }
      ascii &= b > 0;
    }
    if (!ascii) {
      checkUtf8(ByteBuffer.wrap(bytes));
    }
  }

  /** The refusal of a record larger than {@link #MAX_PAYLOAD_BYTES}. */
  public static RejectedRecordException tooLarge() {
    return new RejectedRecordException(
        PAYLOAD_TOO_LARGE, null, "The record is larger than " + MAX_PAYLOAD_BYTES + " bytes");
  }

  /** Refuses bytes that are not UTF-8, rather than changing them. */
  public static void checkUtf8(ByteBuffer bytes) throws RejectedRecordException {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(bytes);
    } catch (CharacterCodingException e) {
      throw new RejectedRecordException(MALFORMED_RECORD, null, "The record is not valid UTF-8");
    }
  }

  private T finish(Object[] values, RejectedRecordException first) throws RejectedRecordException {
    rules.checkVersion(values);
    if (first != null) {
      throw first;
    }
    return rules.row(values);
  }

  // The whole object is read even after a complaint: malformed JSON outweighs the others.
  private RejectedRecordException readObject(JsonParser parser, Object[] values)
      throws IOException, RejectedRecordException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new RejectedRecordException(MALFORMED_RECORD, null, "The record is no JSON object");
    }
    boolean[] seen = new boolean[values.length];
    RejectedRecordException first = null;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      Integer index = indexes.get(name);
      try {
        if (index == null) {
          undeclared(name).set(name, MAPPER.readTree(parser));
          continue;
        }
        if (seen[index]) {
          throw new RejectedRecordException(MALFORMED_RECORD, name, name + " stands there twice");
        }
        seen[index] = true;
        if (token != JsonToken.VALUE_NULL) {
          values[index] = value(parser, token, spec.columns().get(index));
        }
      } catch (RejectedRecordException e) {
        first = first == null ? e : first;
        parser.skipChildren();
      }
    }
    if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
      throw new RejectedRecordException(
          MALFORMED_RECORD, null, "The line holds more than one JSON object");
    }
    return first;
  }

  /**
   * What the record that was parsed last said beyond the contract, as a JSON object; empty unless
   * such columns are kept.
   */
  public Optional<String> undeclared() {
    return Optional.ofNullable(undeclared).map(ObjectNode::toString);
  }

  private ObjectNode undeclared(String column) throws RejectedRecordException {
    if (unknownColumns == UnknownColumns.REJECT) {
      throw unknownColumn(column);
    }
    if (undeclared == null) {
      undeclared = MAPPER.createObjectNode();
    }
    return undeclared;
  }

  private boolean isOlder(Object version) {
    return version instanceof Long number && number >= 1 && number < spec.version();
  }

  private Map<String, ?> newest(Map<String, ?> delivered) {
    Object version = delivered.get("schema_version");
    Long number = version instanceof Integer small ? (Long) (long) small : null;
    if (!isOlder(number == null ? version : number)) {
      return delivered;
    }
    Map<String, Object> values = new LinkedHashMap<>(delivered);
    upcaster.upcast(values, ((Number) version).longValue());
    return values;
  }

  private static Map<String, ?> asMap(byte[] json) throws RejectedRecordException {
    try {
      return MAPPER.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
    } catch (IOException e) {
      throw new RejectedRecordException(MALFORMED_RECORD, null, "The record is not valid JSON");
    }
  }

  // A name that is not like a column's may be data that slipped, so it is not repeated.
  private RejectedRecordException unknownColumn(String name) {
    boolean speakable = COLUMN_NAME.matcher(name).matches();
    return new RejectedRecordException(
        UNKNOWN_COLUMN,
        speakable ? name : null,
        (speakable ? name : "A column") + " is not declared in " + spec.id());
  }

  private static Object value(JsonParser parser, JsonToken token, ColumnSpec column)
      throws IOException, RejectedRecordException {
    ColumnType type = column.type();
    switch (token) {
      case VALUE_STRING:
        String text = parser.getText();
        if (type == ColumnType.STRING) {
          return text;
        } else if (type == ColumnType.TIMESTAMP) {
          return IsoTimes.timestamp(text, column.name());
        } else if (type == ColumnType.DATE) {
          return IsoTimes.date(text, column.name());
        }
        break;
      case VALUE_NUMBER_INT:
        if (type == ColumnType.INT64) {
          try {
            return parser.getLongValue();
          } catch (InputCoercionException e) {
            throw new RejectedRecordException(
                OUT_OF_RANGE, column.name(), column.name() + " does not fit in 64 bits");
          }
        } else if (type == ColumnType.FLOAT64) {
          return parser.getDoubleValue();
        }
        break;
      case VALUE_NUMBER_FLOAT:
        if (type == ColumnType.FLOAT64) {
          return parser.getDoubleValue();
        }
        break;
      case VALUE_TRUE, VALUE_FALSE:
        if (type == ColumnType.BOOL) {
          return token == JsonToken.VALUE_TRUE;
        }
        break;
      default:
        break;
    }
    throw new RejectedRecordException(
        WRONG_TYPE, column.name(), column.name() + " must be of type " + type);
  }

  /** Conversion of Java values, as strict as that of JSON. */
  private static final class ColumnValues {
    static Object convert(ColumnSpec column, Object value) throws RejectedRecordException {
      String name = column.name();
      Object converted =
          switch (column.type()) {
            case STRING -> value instanceof CharSequence text ? text.toString() : null;
            case INT64 ->
                value instanceof Long || value instanceof Integer
                    ? (Long) ((Number) value).longValue()
                    : null;
            case FLOAT64 -> value instanceof Number number ? (Double) number.doubleValue() : null;
            case BOOL -> value instanceof Boolean ? value : null;
            case TIMESTAMP ->
                value instanceof Instant instant
                    ? IsoTimes.inRange(instant, name)
                    : value instanceof CharSequence text
                        ? IsoTimes.timestamp(text.toString(), name)
                        : null;
            case DATE ->
                value instanceof LocalDate date
                    ? IsoTimes.inRange(date, name)
                    : value instanceof CharSequence text
                        ? IsoTimes.date(text.toString(), name)
                        : null;
          };
      if (converted == null) {
        throw new RejectedRecordException(
            WRONG_TYPE, name, name + " must be of type " + column.type());
      }
      return converted;
    }
  }
}
