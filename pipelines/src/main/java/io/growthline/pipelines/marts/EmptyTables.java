package io.growthline.pipelines.marts;

import io.growthline.domain.contract.TableSpec;
import io.growthline.transforms.growth.CustomerMarts;
import java.util.List;
import java.util.Map;

/** Says why marts are empty, one sentence each. */
final class EmptyTables {
  private static final Map<String, String> REASONS =
      Map.of(
          "marts.dim_customer", "no raw.customer_profiles",
          "marts.dim_date", "no raw events of customers",
          "marts.fct_transactions", "no raw.transactions",
          "marts.customer_360_profile", "no raw events of customers",
          "marts.fct_activation", "no customer has an account",
          "marts.retention_cohorts", "no signup month has ended",
          "marts.customer_month_features", "no customer was active before the start of a month",
          "marts.customer_features_latest", "no customer was active in the last 30 days",
          "marts.kpi_values", "no raw events of customers",
          "marts.fct_offer_outcomes", "no raw.offer_exposures");

  private EmptyTables() {}

  /** One note for each mart without rows. */
  static List<String> notes(Map<String, Long> rows) {
    return CustomerMarts.TABLES.stream()
        .map(TableSpec::id)
        .filter(table -> REASONS.containsKey(table) && rows.getOrDefault(table, 0L) == 0)
        .map(table -> table + " is empty: " + REASONS.get(table))
        .toList();
  }
}
