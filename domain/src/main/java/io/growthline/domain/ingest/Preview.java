package io.growthline.domain.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What of a rejected record may be shown to people and logs. A value is shown only where a contract
 * says that its column identifies nobody, and only when it looks like a code, an id, a time or a
 * short number: columns slip, and a name ends up where a region was meant to be.
 */
final class Preview {
  private static final int LENGTH = 300;
  private static final int PARSED_AT_MOST = 1 << 16;
  private static final String MASK = "***";
  private static final Pattern CODE = Pattern.compile("(?!.*\\d{9})[A-Za-z][A-Za-z0-9_:-]{0,63}");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d[0-9:.Z+-]{0,20})?");
  private static final double LARGEST_SHOWN = 1e9;
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_@.+-]+");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> COLUMNS = columnNames();

  private Preview() {}

  /** Preview of a record meant for {@code table}, which may be null. */
  static String of(String payload, TableSpec<?> table) {
    if (payload.length() <= PARSED_AT_MOST) {
      try {
        if (JSON.readTree(payload) instanceof ObjectNode object) {
          return shorten(mask(object, table).toString());
        }
      } catch (JsonProcessingException e) {
        // Not JSON: shown without any of its words.
      }
    }
    String head = payload.substring(0, Math.min(payload.length(), 4 * LENGTH));
    return shorten(
        TOKEN.matcher(head).replaceAll(m -> COLUMNS.contains(m.group()) ? m.group() : MASK));
  }

  private static JsonNode mask(ObjectNode object, TableSpec<?> table) {
    ObjectNode masked = JSON.createObjectNode();
    int unknown = 0;
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      boolean known = COLUMNS.contains(field.getKey());
      String key = known || isName(field.getKey()) ? field.getKey() : "unknown_" + ++unknown;
      masked.set(key, value(field.getKey(), field.getValue(), table));
    }
    return masked;
  }

  private static JsonNode value(String column, JsonNode value, TableSpec<?> table) {
    if (value instanceof ObjectNode object) {
      return mask(object, null);
    }
    if (value instanceof ArrayNode) {
      return TextNode.valueOf(MASK);
    }
    if (value.isNull() || value.isBoolean()) {
      return value;
    }
    return table != null && isShown(table, column, value) ? value : TextNode.valueOf(MASK);
  }

  private static boolean isShown(TableSpec<?> table, String name, JsonNode value) {
    return table.columns().stream()
        .filter(column -> column.name().equals(name) && !column.pii())
        .anyMatch(column -> value.isNumber() ? isShort(value) : isCode(column, value.asText()));
  }

  private static boolean isShort(JsonNode number) {
    return Math.abs(number.doubleValue()) < LARGEST_SHOWN;
  }

  private static boolean isCode(ColumnSpec column, String text) {
    return column.allowed().contains(text)
        || CODE.matcher(text).matches()
        || TIME.matcher(text).matches();
  }

  private static boolean isName(String key) {
    return key.length() <= 40 && key.matches("[a-z][a-z_]*");
  }

  private static String shorten(String text) {
    return text.length() <= LENGTH ? text : text.substring(0, LENGTH - 1) + "…";
  }

  private static Set<String> columnNames() {
    Set<String> names = new HashSet<>();
    for (TableSpec<?> table : Contracts.RAW) {
      for (ColumnSpec column : table.columns()) {
        names.add(column.name());
      }
    }
    return names;
  }
}
