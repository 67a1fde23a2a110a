package io.growthline.cloudrun.api;

import io.growthline.cloudrun.data.CustomerList;
import io.growthline.cloudrun.data.Snapshot;
import io.growthline.domain.Sha256;
import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.customer.CustomerRfm;
import io.growthline.domain.scoring.CustomerScore;
import io.growthline.warehouse.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One page of a list of customers.
 *
 * @param filters wanted values by filter
 * @param sort an order, after a minus sign when large values come first
 * @param limit how many customers
 * @param cursor where the page begins; null for the first
 */
record CustomerPage(Map<String, String> filters, String sort, int limit, String cursor) {
  /** The order unless another is asked for. */
  static final String RISKIEST = "-risk_score";

  /** Customers of a page at most. */
  static final int MOST = 200;

  static final List<String> PARAMETERS = Parameters.ofPages(CustomerList.FILTERS);

  private static final List<String> SORTS = Parameters.sorts(CustomerList.ORDERS);

  /** Values that do not depend on the data, by parameter. */
  static final Map<String, List<String>> CHOICES =
      Map.of(
          "segment", Parameters.allowed(Customer360Profile.class, "behavioural_segment"),
          "lifecycle", Parameters.allowed(CustomerRfm.class, "lifecycle_segment"),
          "risk_band", Parameters.allowed(CustomerScore.class, "band"),
          "sort", SORTS);

  private static final List<String> COLUMNS =
      List.of(
          "customer_id",
          "region",
          "plan",
          "plan_price_minor",
          "subscription_status",
          "tenure_days",
          "days_since_active",
          "paid_minor_90d",
          "spend_minor_90d",
          "vulnerable_customer");

  /**
   * The page as an answer.
   *
   * @throws ProblemException when a value is none that there is
   */
  Map<String, Object> read(Snapshot snapshot) {
    CustomerList all = snapshot.customerList();
    filters.forEach((filter, value) -> Parameters.requireOneOf(filter, value, known(all, filter)));
    Parameters.requireOneOf("sort", sort, SORTS);
    String list = new Sha256().add(new TreeMap<>(filters) + sort).hex(6);
    int from = Cursor.place(cursor, snapshot.publication(), list, all.size());
    boolean descending = sort.startsWith("-");
    String order = descending ? sort.substring(1) : sort;
    CustomerList.Slice slice = all.slice(filters, order, descending, from, limit);
    Map<String, Object> answer = Answer.about(snapshot);
    answer.put(
        "customers", slice.customers().stream().map(number -> row(snapshot, number)).toList());
    answer.put(
        "next_cursor",
        slice.next() < 0 ? null : new Cursor(snapshot.publication(), list, slice.next()).text());
    return answer;
  }

  private static Map<String, Object> row(Snapshot snapshot, int number) {
    CustomerList all = snapshot.customerList();
    Row profile = snapshot.customers().profile(all.id(number)).orElseThrow();
    Map<String, Object> row = new LinkedHashMap<>();
    COLUMNS.forEach(column -> row.put(column, profile.get(column)));
    for (String filter : List.of("segment", "lifecycle", "risk_band")) {
      row.put(filter, all.text(filter, number));
    }
    row.put("risk_score", all.number("risk_score", number));
    row.put("guardrails", Guardrail.of(profile.flag("vulnerable_customer")));
    return row;
  }

  /** Closed sets from the contracts, so that an empty list is not an error; else what there is. */
  private static List<String> known(CustomerList all, String filter) {
    List<String> closed = CHOICES.get(filter);
    return closed == null ? all.values(filter) : closed;
  }
}
