package io.growthline.cloudrun.api;

import io.growthline.cloudrun.data.Snapshot;
import io.growthline.domain.Sha256;
import io.growthline.domain.decision.ActionPlan;
import io.growthline.warehouse.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One page of a plan.
 *
 * @param filters wanted values by filter
 * @param sort an order, after a minus sign when large values come first
 * @param limit how many customers
 * @param cursor where the page begins; null for the first
 */
record ActionPage(Map<String, String> filters, String sort, int limit, String cursor) {
  /** What a plan can be narrowed by: none of it says who needs protection. */
  static final List<String> FILTERS =
      List.of("action", "owner", "channel", "segment", "value_band", "arm");

  /** The order unless another is asked for. */
  static final String MOST_VALUABLE = "-expected_value_minor";

  static final List<String> PARAMETERS = Parameters.ofPages(FILTERS);

  private static final List<String> SORTS =
      Parameters.sorts(
          List.of("customer_id", "expected_value_minor", "churn", "value_minor", "priority"));

  /** Values that do not depend on the data, by parameter. */
  static final Map<String, List<String>> CHOICES =
      Map.of(
          "value_band", Parameters.allowed(ActionPlan.class, "value_band"),
          "arm", Parameters.allowed(ActionPlan.class, "arm"),
          "sort", SORTS);

  /**
   * The page as an answer.
   *
   * @throws ProblemException when a value is none that there is
   */
  Map<String, Object> read(Snapshot snapshot) {
    filters.forEach(
        (filter, value) -> Parameters.requireOneOf(filter, value, known(snapshot, filter)));
    Parameters.requireOneOf("sort", sort, SORTS);
    String list = new Sha256().add("actions" + new TreeMap<>(filters) + sort).hex(6);
    int size = size(snapshot);
    int from = Cursor.place(cursor, snapshot.publication(), list, size);
    List<Row> rows = snapshot.query(select(from), Map.copyOf(filters));
    int next = from + rows.size();
    Map<String, Object> answer = Answer.about(snapshot);
    answer.put("actions", rows.stream().map(ActionPage::planned).toList());
    answer.put(
        "next_cursor", next < size ? new Cursor(snapshot.publication(), list, next).text() : null);
    return answer;
  }

  /** A row of {@code scores.action_plan} with what must be respected. */
  static Map<String, Object> planned(Row row) {
    Map<String, Object> planned = new LinkedHashMap<>(row.toMap());
    planned.put("guardrails", Guardrail.of(row.flag("vulnerable_customer")));
    return planned;
  }

  private int size(Snapshot snapshot) {
    return ((Number)
            snapshot
                .query("SELECT COUNT(*) AS n FROM scores.action_plan" + where(), filters)
                .get(0)
                .get("n"))
        .intValue();
  }

  private String select(int from) {
    boolean descending = sort.startsWith("-");
    return "SELECT * FROM scores.action_plan"
        + where()
        + " ORDER BY "
        + (descending ? sort.substring(1) + " DESC" : sort)
        + " NULLS LAST, customer_id LIMIT "
        + limit
        + " OFFSET "
        + from;
  }

  private String where() {
    return filters.isEmpty()
        ? ""
        : filters.keySet().stream()
            .sorted()
            .map(filter -> filter + " = @" + filter)
            .collect(Collectors.joining(" AND ", " WHERE ", ""));
  }

  /** Closed sets from the contract, so that an empty list is not an error; else what there is. */
  private static List<String> known(Snapshot snapshot, String filter) {
    List<String> closed = CHOICES.get(filter);
    return closed != null
        ? closed
        : snapshot
            .query("SELECT DISTINCT %1$s FROM scores.action_plan ORDER BY %1$s".formatted(filter))
            .stream()
            .map(row -> row.text(filter))
            .toList();
  }
}
