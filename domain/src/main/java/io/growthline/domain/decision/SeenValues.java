package io.growthline.domain.decision;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What was seen of a customer, as JSON whose members stand in a fixed order. */
final class SeenValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SeenValues() {}

  static ObjectNode object() {
    return JSON.objectNode();
  }

  static ArrayNode array() {
    return JSON.arrayNode();
  }

  /** Adds the values of columns. */
  static void add(ObjectNode to, DecisionInput customer, List<String> columns) {
    for (String column : columns) {
      Object value = DecisionColumns.value(customer, column);
      if (value instanceof Long number) {
        to.put(column, number);
      } else if (value instanceof Double number) {
        to.put(column, number);
      } else if (value instanceof Boolean truth) {
        to.put(column, truth);
      } else {
        to.put(column, value == null ? null : value.toString());
      }
    }
  }
}
