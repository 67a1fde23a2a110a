package io.growthline.cloudrun;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.warehouse.DuckDbPublisher;
import io.growthline.warehouse.LocalCatalog;
import io.growthline.warehouse.LocalCatalog.DataFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Publishes a small warehouse as a run does: Parquet files, a catalog of them, then DuckDB. */
public final class SampleTables {
  private SampleTables() {}

  /** Makes the rows that the statements insert the content of all contract tables. */
  public static void publish(Path warehouse, List<String> statements) throws Exception {
    Map<String, List<DataFile>> files = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (TableSpec<?> table : Contracts.all()) {
        statement.execute("CREATE SCHEMA IF NOT EXISTS " + table.dataset());
        statement.execute(
            table.columns().stream()
                .map(SampleTables::column)
                .collect(Collectors.joining(", ", "CREATE TABLE " + table.id() + " (", ")")));
      }
      for (String sql : statements) {
        statement.execute(sql);
      }
      for (TableSpec<?> table : Contracts.all()) {
        files.put(table.id(), write(statement, warehouse, table));
      }
    }
    LocalCatalog.read(warehouse).with(files).write(warehouse);
    DuckDbPublisher.publish(warehouse);
  }

  private static List<DataFile> write(Statement statement, Path warehouse, TableSpec<?> table)
      throws IOException, SQLException {
    Path folder = Files.createDirectories(warehouse.resolve(table.id().replace('.', '/')));
    Path file = folder.resolve(UUID.randomUUID() + ".parquet");
    long rows = statement.executeLargeUpdate("COPY " + table.id() + " TO '" + file + "'");
    return List.of(new DataFile(warehouse.relativize(file).toString(), rows, null));
  }

  private static String column(ColumnSpec column) {
    return '"' + column.name() + "\" " + column.type().duckDb();
  }

  /** 24 customers: every eighth is vulnerable, the higher the number the higher the churn risk. */
  public static List<String> rows() {
    return List.of(
        "INSERT INTO marts.customer_360_profile (customer_id, as_of, region, income_segment,"
            + " vulnerable_customer, business_account, plan, plan_price_minor,"
            + " subscription_status, transaction_count, spend_minor)"
            + " SELECT format('c{:06d}', i), DATE '2026-07-01', ['North', 'South', 'West'][i % 3"
            + " + 1], 'mid', i % 8 = 0, false, ['plus', 'premium'][i % 2 + 1], 799 + 700 * (i %"
            + " 2), 'active', 100 + i, 5000 * i FROM range(1, 25) t(i)",
        "INSERT INTO marts.customer_features_latest SELECT format('c{:06d}', i), DATE"
            + " '2026-07-01', 'North', 'mid', i % 8 = 0, 300, 30 - i, 90, 50000, 150000, 1.0, i,"
            + " i, 20, 0, 12, 0, 4, 0, 0, 0, 799, 0, NULL FROM range(1, 25) t(i)",
        "INSERT INTO marts.fct_activation (customer_id, opened_on, kyc_hours, funded_by_d3,"
            + " funded_minor_by_d3, transactions_by_d3, sessions_by_d3, features_by_d3,"
            + " support_contacts_by_d3, push_opt_in, is_mature) SELECT format('c{:06d}', i), DATE"
            + " '2026-06-01', 12, true, 10000, i % 5, 3, 2, 0, true, true FROM range(1, 25) t(i)",
        "INSERT INTO marts.customer_offer_latest SELECT format('c{:06d}', i), DATE '2026-07-01',"
            + " 'plus_plan', false, 899, 500, i % 4, 0, 300, 30 - i, 150000, i, 20, 12, 4, 0, 799,"
            + " NULL FROM range(1, 25) t(i) WHERE i % 8 > 0",
        "INSERT INTO scores.customer_scores SELECT format('c{:06d}', i), 'churn',"
            + " '2026-07-01-sample', DATE '2026-07-01', i / 30.0, CASE WHEN i > 16 THEN 'high'"
            + " WHEN i > 8 THEN 'medium' ELSE 'low' END, i % 8 = 0 FROM range(1, 25) t(i)",
        "INSERT INTO scores.score_reasons SELECT format('c{:06d}', i), 'churn',"
            + " '2026-07-01-sample', p, ['days_since_active', 'complaints_90d',"
            + " 'spend_trend'][(i + p) % 3 + 1], i, 1.0 / p, ['No activity for ' || i || ' days',"
            + " '2 complaints in the last 90 days', 'Spending has stopped'][(i + p) % 3 + 1]"
            + " FROM range(1, 25) t(i), range(1, 4) u(p)",
        "INSERT INTO marts.retention_cohorts SELECT 'month', DATE '2025-07-01' + to_months(c::INT), m, 200"
            + " + 7 * c, round((200 + 7 * c) * power(0.93, m)), power(0.93, m), NULL, NULL, NULL FROM range(0, 12)"
            + " t(c), range(0, 12) u(m) WHERE c + m < 12",
        kpi("monthly_recurring_revenue_minor", "minor", "1200000 + 95000 * m + 40000 * (m % 3)"),
        kpi("active_customers", "customers", "1100 + 52 * m"),
        kpi("churn_rate", "share", "0.021 - 0.0002 * m + 0.001 * (m % 4)"),
        kpi("activation_rate_d7", "share", "0.55 + 0.004 * m"),
        kpi("offer_acceptance_rate", "share", "0.12 - 0.001 * m"),
        "INSERT INTO monitoring.release_gates VALUES (DATE '2026-07-01', 'churn_auc', 'pass',"
            + " 0.83, 'at least 0.7', 'AUC 0.83 on the hold-out'), (DATE '2026-07-01',"
            + " 'feature_drift', 'warn', 0.14, 'at most 0.1', 'sessions have drifted: PSI 0.14'),"
            + " (DATE '2026-07-01', 'overall', 'warn', NULL, 'worst gate', 'One of two gates asks"
            + " for a look before release.')");
  }

  private static String kpi(String name, String unit, String value) {
    return "INSERT INTO marts.kpi_values SELECT '"
        + name
        + "', 'month', DATE '2025-01-01' + to_months(m::INT), 'all', 'all', "
        + value
        + ", 0, NULL, '"
        + unit
        + "', m < 18, 0, NULL FROM range(0, 19) t(m)";
  }
}
