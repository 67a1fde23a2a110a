package io.growthline.domain.ingest;

import static io.growthline.domain.ingest.RejectionCode.MISSING_FIELD;
import static io.growthline.domain.ingest.RejectionCode.NOT_ALLOWED_VALUE;
import static io.growthline.domain.ingest.RejectionCode.WRONG_TYPE;

import io.growthline.domain.rule.CelValues;
import java.util.List;
import java.util.Map;

/**
 * One field that rows must carry, with its type or the values that it may take.
 *
 * @param name name of the field
 * @param type {@code string}, {@code int}, {@code double}, {@code bool}, {@code timestamp} or
 *     {@code date}
 * @param allowed allowed texts, empty when open
 */
record FieldRule(String name, String type, List<String> allowed) {
  private static final List<String> TYPES =
      List.of("string", "int", "double", "bool", "timestamp", "date");

  static FieldRule of(String name, YamlNode rule) {
    if (rule.isList()) {
      return new FieldRule(name, "string", rule.list().stream().map(YamlNode::text).toList());
    }
    if (!TYPES.contains(rule.text())) {
      throw rule.place().error("must be a list of values or one of " + TYPES);
    }
    return new FieldRule(name, rule.text(), List.of());
  }

  void check(Map<?, ?> values) throws RejectedRecordException {
    Object value = values.get(name);
    if (CelValues.isNull(value) || (Keys.isKey(name) && Keys.namesNothing(value))) {
      throw new RejectedRecordException(MISSING_FIELD, name, name + " is required");
    }
    if (!hasType(value)) {
      throw new RejectedRecordException(WRONG_TYPE, name, name + " must be of type " + type);
    }
    if (!allowed.isEmpty() && !allowed.contains(value)) {
      throw new RejectedRecordException(
          NOT_ALLOWED_VALUE, name, name + " must be one of " + String.join(", ", allowed));
    }
  }

  private boolean hasType(Object value) throws RejectedRecordException {
    switch (type) {
      case "string":
        return value instanceof String;
      case "int":
        return value instanceof Long;
      case "double":
        return value instanceof Number;
      case "bool":
        return value instanceof Boolean;
      case "timestamp":
        return value instanceof String text && IsoTimes.timestamp(text, name) != null;
      default:
        return value instanceof String text && IsoTimes.date(text, name) != null;
    }
  }
}
