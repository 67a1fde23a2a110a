package io.growthline.pages.section;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.growthline.pages.Amounts;
import io.growthline.pages.Format;
import io.growthline.pages.Names;
import io.growthline.warehouse.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The JSON of what a decision saw, as rows for people. */
final class SeenWords {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> COLUMNS = List.of("value_of", "value");
  private static final Set<String> SHARES =
      Set.of("churn", "churn_lower", "churn_upper", "success", "take_up", "activation");
  private static final Map<String, String> TITLES =
      Map.of(
          "churn", "Chance of leaving",
          "churn_lower", "Its lower end, 90%",
          "churn_upper", "Its upper end, 90%",
          "churn_evidence", "Measured or assumed",
          "value_minor", "Value at stake",
          "success", "Kept of those who would leave",
          "contact_cost_minor", "Cost of a contact",
          "take_up", "Stayers who take the incentive");

  private SeenWords() {}

  /** Rows of what it is and its value, in the order of the JSON. */
  static List<Row> of(String seen, Amounts amounts) {
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : read(seen).properties()) {
      switch (member.getKey()) {
        case "columns" ->
            member
                .getValue()
                .properties()
                .forEach(column -> rows.add(row(Names.feature(column.getKey()), column, amounts)));
        case "contacts" ->
            member
                .getValue()
                .properties()
                .forEach(
                    contact ->
                        rows.add(
                            row("Days since " + Names.words(contact.getKey()), contact, amounts)));
        default ->
            rows.add(
                row(
                    TITLES.getOrDefault(member.getKey(), Names.title(member.getKey())),
                    member,
                    amounts));
      }
    }
    return rows;
  }

  private static JsonNode read(String seen) {
    try {
      return JSON.readTree(seen);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("scores.decision_traces.seen is no JSON: " + seen, e);
    }
  }

  private static Row row(String title, Map.Entry<String, JsonNode> member, Amounts amounts) {
    return new Row(COLUMNS, List.of(title, text(member.getKey(), member.getValue(), amounts)));
  }

  private static String text(String key, JsonNode value, Amounts amounts) {
    if (value.isNull()) {
      return "not known";
    } else if (value.isBoolean()) {
      return value.booleanValue() ? "yes" : "no";
    } else if (!value.isNumber()) {
      return Names.title(value.asText());
    } else if (SHARES.contains(key)) {
      return Format.PERCENT.text(value.doubleValue());
    }
    return key.matches(".*_minor(_\\d+d)?")
        ? amounts.exact().text(value.doubleValue())
        : Format.COUNT.text(value.doubleValue());
  }
}
