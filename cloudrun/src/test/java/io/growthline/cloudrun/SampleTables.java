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
  static {
    // Quarkus has a class loader for each set of tests, and JDBC finds drivers of its own alone.
    try {
      Class.forName("org.duckdb.DuckDBDriver");
    } catch (ClassNotFoundException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

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

  /** Publishes without rows, then changes the publication by statements. */
  static void publishAsAnotherBuild(Path warehouse, String... changes) throws Exception {
    publish(warehouse, List.of());
    Path file = DuckDbPublisher.published(warehouse).toRealPath();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      for (String change : changes) {
        statement.execute(change);
      }
    }
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
            + " subscription_status, transaction_count, spend_minor, behavioural_segment,"
            + " paid_minor_90d, spend_minor_90d, days_since_active, campaigns_allowed)"
            + " SELECT format('c{:06d}', i), DATE '2026-07-01', ['North', 'South', 'West'][i % 3"
            + " + 1], 'mid', i % 8 = 0, false, ['plus', 'premium'][i % 2 + 1], 799 + 700 * (i %"
            + " 2), 'active', 100 + i, 5000 * i, CASE WHEN i % 4 > 0 THEN ['declining', 'new_growing',"
            + " 'budget_conscious'][i % 4] END, 100 * i, 1000 * i, CASE WHEN i > 2 THEN i // 3 END, i % 8 > 0"
            + " FROM range(1, 25) t(i)",
        "INSERT INTO marts.customer_rfm SELECT format('c{:06d}', i), DATE '2026-07-01', i, i, 5000"
            + " * i, 1 + i % 5, 3, 3, (1 + i % 5) || '33', CASE WHEN i % 3 > 0 THEN ['vip',"
            + " 'regular'][i % 3] END FROM range(1, 25) t(i)",
        "INSERT INTO marts.metric_customer_ltv (customer_id, as_of, expected_margin_minor,"
            + " expected_margin_lower_minor, expected_margin_upper_minor, value_band) SELECT"
            + " format('c{:06d}', i), DATE '2026-07-01', 10000 * i, 9000 * i, 11000 * i, CASE WHEN i >"
            + " 16 THEN 'high' ELSE 'medium' END FROM range(1, 25) t(i)",
        "INSERT INTO marts.dim_currency VALUES ('GBP', true, 2, 2700), ('JPY', false, 0, 3)",
        "INSERT INTO marts.outcome_gaps VALUES ('funded_30d', 'digital_confidence', DATE"
            + " '2026-07-01', 'higher', 3, 'high', 400, 0.6, 'low', 200, 0.4, 0.2, 0.13, 0.27,"
            + " 0.0001, 0.0004, 'large', 'low', 'ok', 'The interval is above 10 points.')",
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
            + " 'spend_trend'][(i + p) % 3 + 1], i, 1.0 / p, ['No activity in the last ' || i || ' days',"
            + " '2 complaints in the last 90 days', 'Spending has stopped'][(i + p) % 3 + 1]"
            + " FROM range(1, 25) t(i), range(1, 4) u(p)",
        "INSERT INTO scores.action_plan SELECT format('c{:06d}', i), 'retention-2026-07-01', DATE"
            + " '2026-07-01', 'retention', action, kind, owner, channel, CASE WHEN i = 23 THEN"
            + " 'holdout' ELSE 'treated' END, 0.9, CASE WHEN i <> 23 THEN 25 - i END, 'mid', CASE WHEN"
            + " i > 16 THEN 'high' ELSE 'medium' END, i % 8 = 0, i / 30.0, 'measured', 1 - i / 30.0,"
            + " 10000 * i, s, 'assumed', i / 30.0 * s, saved, contact, 0, saved - contact, saved -"
            + " contact - 9000, saved - contact + 9000, contact FROM (SELECT i, k.*, round(i / 30.0 * s"
            + " * 10000 * i)::BIGINT AS saved FROM range(13, 25) t(i) JOIN (VALUES (0, 'service_call',"
            + " 'help', 'service', 'phone', 400, 0.25), (1, 'retention_call', 'offer', 'retention',"
            + " 'phone', 500, 0.2), (2, 'payment_help', 'help', 'service', 'message', 30, 0.2)) k(n,"
            + " action, kind, owner, channel, contact, s) ON n = CASE WHEN i % 8 = 0 THEN 0 WHEN i % 2"
            + " = 1 THEN 1 ELSE 2 END) AS chosen",
        "INSERT INTO scores.action_rejections SELECT format('c{:06d}', i), 'retention-2026-07-01',"
            + " DATE '2026-07-01', CASE WHEN i = 8 THEN 'protected' WHEN i % 2 = 1 THEN 'budget' ELSE"
            + " 'no_positive_value' END, CASE WHEN i % 2 = 1 THEN 'budget' END, CASE WHEN i <> 8 THEN"
            + " 'retention_call' END, CASE WHEN i % 2 = 1 THEN 10 * i WHEN i <> 8 THEN -10 END, i /"
            + " 30.0, 'measured', 10000 * i FROM range(1, 13) t(i)",
        "INSERT INTO scores.plan_totals SELECT MIN(plan_id), MIN(as_of), action, segment, SUM(CASE"
            + " WHEN arm = 'treated' THEN 1 ELSE 0 END), SUM(CASE WHEN arm = 'holdout' THEN 1 ELSE 0"
            + " END), 1.5, 0.5, SUM(value_saved_minor), SUM(contact_cost_minor), 0,"
            + " SUM(expected_value_minor), SUM(expected_cost_minor) FROM scores.action_plan GROUP BY"
            + " action, segment",
        "INSERT INTO scores.plan_limits SELECT 'retention-2026-07-01', DATE '2026-07-01', 'budgeted',"
            + " t.* FROM (VALUES ('owner_capacity', 'owner retention', 'contacts', 100, 6, 94, 0, 0),"
            + " ('budget', 'budget', 'minor', 4000, 3900, 100, 18, 6)) t",
        "INSERT INTO scores.budget_curve SELECT 'retention-2026-07-01', DATE '2026-07-01', 1000 * b,"
            + " b = 4, 50000 * b - 4000 * b * b, greatest(0, 50.0 - 8 * b) FROM range(0, 7) t(b)",
        "INSERT INTO scores.profit_curve SELECT 'retention-2026-07-01', DATE '2026-07-01', n / 30.0,"
            + " 25 - n, 10000 * (25 - n), 400 * (25 - n), 3000 * (25 - n) - 150 * (25 - n) * (25 - n),"
            + " 100, 5, n = 15 FROM range(1, 25) t(n)",
        "INSERT INTO scores.break_even SELECT 'retention-2026-07-01', DATE '2026-07-01', action,"
            + " band, 5, 190000, 0.6, 0.01, 0.01, 0.2 FROM (VALUES ('service_call'),"
            + " ('retention_call')) a(action), (VALUES ('high'), ('medium')) b(band)",
        "INSERT INTO scores.plan_outcomes SELECT 'campaign', 'spring_calls', DATE '2026-02-26', 'all', m,"
            + " DATE '2026-03-01', DATE '2026-07-01', 80, 20, 98, 0.9, 0.6, 0.3, 0.12, 0.49, 0.1, 800, 24000, 9000,"
            + " 39000, 8000, 23200, 8200, 38200, 7200, 29.0, 10.25, 47.75, 33, 20, 83, 0.9, 'ok', 'The"
            + " interval is above 0: more of those treated were retained.' FROM range(1, 4) t(m)",
        "INSERT INTO scores.audience_changes SELECT format('c{:06d}', i), 'retention-2026-07-01',"
            + " DATE '2026-07-01', DATE '2026-06-01', CASE WHEN i > 12 THEN 'joined' ELSE 'left' END,"
            + " CASE WHEN i > 12 THEN 'retention_call' END, CASE WHEN i <= 12 THEN 'retention_call'"
            + " END, CASE WHEN i <= 12 THEN 'budget' END FROM range(9, 16) t(i)",
        "INSERT INTO scores.decision_traces SELECT sha256('c' || i), 'customer', format('c{:06d}', i),"
            + " 'retention-2026-07-01', DATE '2026-07-01', CASE WHEN i = 23 THEN 'hold_out' WHEN i > 12"
            + " THEN 'contact' ELSE 'nothing' END, 'retention_call', CASE WHEN i > 12 THEN 'chosen:"
            + " retention_call' ELSE 'budget: budget' END, '1', 'churn', '2026-07-01-sample',"
            + " '{\"churn\":0.5,\"value_minor\":' || 10000 * i || ',\"columns\":{\"open_complaints\":2}}',"
            + " 'value_minor', 10000 * i, 9000, 'At this value or less retention_call does not pay.',"
            + " 10 * i, 0, 0.9 FROM range(1, 25) t(i)",
        "INSERT INTO scores.recommendations VALUES ('repair_payments', DATE '2026-07-01', '1', 'Retry"
            + " failed payments.', 'payments', 'A payment failed within 90 days.', 9, 24, 9, 30000,"
            + " 60000, 3, 1.5, 0.8, 1, 1.2, 'high'), ('ask_detractors', DATE '2026-07-01', '1', 'Ask"
            + " detractors what they miss.', 'crm', 'The newest answer is 6 or less.', 4, 24, 4, 6000,"
            + " 60000, 2, 0.2, 0.5, 1, 0.1, 'medium')",
        "INSERT INTO scores.churn_rule_agreement VALUES ('low', DATE '2026-07-01', '1', 8, 0, 1, 1, 6,"
            + " 0.1, NULL), ('medium', DATE '2026-07-01', '1', 8, 0, 2, 3, 3, 0.2, 0.7), ('high', DATE"
            + " '2026-07-01', '1', 8, 3, 2, 2, 1, 0.5, 0.85)",
        "INSERT INTO marts.retention_cohorts SELECT 'month', DATE '2025-07-01' + to_months(c::INT), m, 200"
            + " + 7 * c, round((200 + 7 * c) * power(0.93, m)), power(0.93, m), NULL, NULL, NULL FROM range(0, 12)"
            + " t(c), range(0, 12) u(m) WHERE c + m < 12",
        "INSERT INTO marts.monthly_revenue SELECT DATE '2026-05-01' + to_months(m::INT), p, 'mid',"
            + " 1500000, 90000, 4000, 2000, 0, 1000, 30000, 20000, 0, 0, 1545000, 1000, 60, 2, 0, 20,"
            + " 12, 0, 0, 1030, 4, 1 FROM range(0, 2) t(m), (VALUES ('plus'), ('premium')) k(p)",
        "INSERT INTO marts.revenue_leakage SELECT format('c{:06d}', i), k || ' i-' || i, k, 's-' || i,"
            + " 'i-' || i, 'p-' || i, DATE '2026-06-01' - i::INT, 799 + i, '7.99 of an invoice of"
            + " 7.99 was given back' FROM range(1, 13) t(i), (VALUES ('refund'), ('duplicate_charge'))"
            + " v(k)",
        "INSERT INTO marts.dunning SELECT DATE '2026-06-01', r, a, 10, 8, 5, 3, 2, 0.5, 8000, 4000,"
            + " 2400, 1600, 4, 3 FROM (VALUES ('expired_card'), ('insufficient_funds')) k(r),"
            + " range(1, 4) u(a)",
        "INSERT INTO marts.acquisition_payback SELECT DATE '2026-06-01' - to_months(m::INT), c, 40,"
            + " 100000 + 5000 * m, 2500 + 125.0 * m, 1 + m, 30000, 500, NULL, NULL, NULL, 400, NULL,"
            + " NULL, NULL, 'margin', CASE WHEN m > 12 THEN 'paid_back' ELSE 'not_yet' END, CASE WHEN"
            + " m > 12 THEN 12 END FROM range(0, 15) t(m), (VALUES ('paid_search'), ('paid_social'))"
            + " k(c)",
        "INSERT INTO marts.referral_economics SELECT DATE '2026-06-01' - to_months(m::INT), 5, 0, 7500,"
            + " 5, 7500, 4, 6000, 0, 0, 1, 1500, 13500, 13500, 0, 0 FROM range(0, 4) t(m)",
        "INSERT INTO marts.referral_exceptions VALUES ('missing_posting w-1', 'missing_posting', 'w-1',"
            + " NULL, 'c000001', DATE '2026-06-02', 1500, 'The ledger does not know the reward as"
            + " booked')",
        "INSERT INTO monitoring.data_quality_scores VALUES (DATE '2026-07-01', 'raw.transactions', 900,"
            + " 0, 0, 1, 1, 1, 1, 0.4, NULL, 0.88, 'warn', 'freshness', 'Spend is out of date.',"
            + " NULL)",
        "INSERT INTO marts.geo_incrementality SELECT 'regional_radio', 'signups', m.*"
            + " FROM (VALUES ('synthetic_control', DATE '2025-10-01', DATE '2025-11-11', DATE"
            + " '2026-01-01', 2, 9, 180, 42, 4.5, 3.1, 5.9, 0.56, 0.39, 0.73, 378.0, 260.4,"
            + " 495.6, 0.001, NULL, 1.2, 16.1, 0.4, 0.02, 0.4, 0.1, 0.6, NULL, NULL, 7560000,"
            + " 20000.0, 15254.2, 29032.3, 'ok', 'The interval excludes 0.'), ('did', DATE"
            + " '2025-10-01', DATE '2025-11-11', DATE '2026-01-01', 2, 9, 180, 42, NULL,"
            + " NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 2.4, 32.2, 1.0,"
            + " 0.3, 0.01, 0.5, 0.04, NULL, NULL, 7560000, NULL, NULL, NULL, 'invalid',"
            + " 'Treated regions drifted away.')) m",
        "INSERT INTO marts.geo_series SELECT 'regional_radio', 'signups', m, DATE"
            + " '2025-06-01' + d::INT, d >= 122, 8 + d % 3 + CASE WHEN d >= 122 THEN 4 ELSE 0"
            + " END, 9.0, d % 3 - 1 + CASE WHEN d >= 122 THEN 4 ELSE 0 END, d % 3 - 3, d % 3"
            + " + 5 FROM range(0, 164) t(d), (VALUES ('did'), ('synthetic_control')) k(m)",
        "INSERT INTO marts.geo_placebos SELECT 'regional_radio', 'signups', m, r, r ="
            + " 'North', e, e / 8.0, abs(e) FROM (VALUES ('did'), ('synthetic_control'))"
            + " k(m), (VALUES ('North', 4.5), ('South', -0.5), ('West', 0.7), ('East', -5.0))"
            + " v(r, e)",
        "INSERT INTO marts.geo_regions SELECT 'regional_radio', 'signups', m, r, o, w,"
            + " e, e - 2, CASE WHEN r <> 'East' THEN e + 2 END FROM (VALUES ('did'),"
            + " ('synthetic_control')) k(m), (VALUES ('North', 'treated', NULL, 4.5),"
            + " ('South', 'control', 0.7, -0.5), ('West', 'control', 0.3, 0.7), ('East',"
            + " 'neighbour', NULL, 1.0)) v(r, o, w, e)",
        kpi("monthly_recurring_revenue_minor", "minor", "1200000 + 95000 * m + 40000 * (m % 3)"),
        kpi("active_customers", "customers", "1100 + 52 * m"),
        kpi("churn_rate", "share", "0.021 - 0.0002 * m + 0.001 * (m % 4)"),
        kpi("activation_rate_d7", "share", "0.55 + 0.004 * m"),
        kpi("offer_acceptance_rate", "share", "0.12 - 0.001 * m"),
        // 40 of 1,000 customers left, then 55 of 1,100: the rate rose from 4 % to 5 %.
        "INSERT INTO marts.metric_changes VALUES ('churn_rate', 'month', DATE '2026-06-01', DATE"
            + " '2026-05-01', 'region', 'North', 'ratio', 0.03, 0.04, 0.5, 0.5, 0.0, 0.005, 0.005,"
            + " 0.01, true), ('churn_rate', 'month', DATE '2026-06-01', DATE '2026-05-01', 'region',"
            + " 'South', 'ratio', 0.05, 0.06, 0.5, 0.5, 0.0, 0.005, 0.005, 0.01, true),"
            + " ('churn_rate', 'month', DATE '2026-06-01', DATE '2026-05-01', 'plan', 'plus',"
            + " 'ratio', 0.04, NULL, 1.0, 0.9, NULL, NULL, NULL, 0.01, false)",
        "INSERT INTO monitoring.metric_health VALUES (DATE '2026-07-01', 'churn_rate', 'growth',"
            + " 'month', DATE '2026-06-01', 0.05, 'share', 'at most 0.03', 'bad', NULL, 0.04, 0.01)",
        "INSERT INTO monitoring.run_manifests (run_id, started_at, as_of, kind, name, status, row_count,"
            + " dead_lettered, seconds) SELECT 'run-1', TIMESTAMP '2026-07-01 02:00:00', DATE '2026-07-01', * FROM"
            + " (VALUES ('stage', 'ingest', 'succeeded', 900, NULL, 12.0), ('stage', 'marts',"
            + " 'succeeded', 70, NULL, 30.5), ('source', 'transactions/transactions', 'balanced',"
            + " 1000, 12, NULL), ('table', 'raw.transactions', 'published', 900, NULL, NULL)) r",
        "INSERT INTO marts.experiments BY NAME SELECT 'checklist' AS experiment_id, DATE '2026-07-01' AS as_of,"
            + " 'It helps.' AS hypothesis, 'growth' AS owner, 'funded' AS primary_metric, 'control,"
            + " treatment' AS arms, '0.5, 0.5' AS allocation, '510, 490' AS exposed_by_arm, 1000 AS"
            + " exposed, 3 AS in_no_arm, 0.53 AS sample_ratio_p, 90 AS days_run, 28 AS"
            + " minimum_days, 800 AS customers_needed, 0 AS days_left, 'ship' AS memo, 'treatment' AS"
            + " memo_arm, 'funded +7 points (3 to 11).' AS memo_reason",
        "INSERT INTO marts.experiments BY NAME SELECT 'not_begun' AS experiment_id, DATE '2026-07-01' AS as_of,"
            + " 'growth' AS owner, 'active' AS primary_metric, 'holdout, treated' AS arms, '0.1, 0.9' AS"
            + " allocation, '0, 0' AS exposed_by_arm, 0 AS exposed, 0 AS in_no_arm, 0 AS days_run, 90 AS"
            + " minimum_days, 'Nobody was exposed yet.' AS memo_reason",
        "INSERT INTO marts.experiment_results BY NAME SELECT 'checklist' AS experiment_id, 'treatment' AS"
            + " arm, 'control' AS control_arm, DATE '2026-07-01' AS as_of, 28 AS window_days, 0.95 AS confidence,"
            + " 1000 AS exposed, 490 AS customers, 510 AS control_customers, 0.01 AS p_value, 0.02 AS q_value,"
            + " r.* FROM (VALUES ('funded', 'all', 'all', 'primary', 'proportion', 'up_is_good', 0.85, 0.78,"
            + " 0.07, 0.03, 0.11, 0.09, 0.04, 0.14, 0.01, 0.13, NULL, NULL, NULL, 'ok', NULL, 'The effect"
            + " fades.'), ('funded', 'region', 'Wales', 'primary', 'proportion', 'up_is_good', 0.9, 0.8, NULL,"
            + " NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.4, NULL, NULL, 'invalid', 'Too few.', NULL),"
            + " ('spend_minor', 'all', 'all', 'secondary', 'mean', 'up_is_good', 5200, 5000, 200, -100, 500,"
            + " 0.04, -0.02, 0.1, -300, 700, NULL, NULL, NULL, 'inconclusive', 'The interval crosses 0.', NULL),"
            + " ('contacts', 'all', 'all', 'guardrail', 'mean', 'down_is_good', 0.21, 0.2, 0.01, -0.02, 0.04,"
            + " 0.05, -0.1, 0.2, -0.04, 0.06, NULL, 0.1, 'kept', 'inconclusive', 'The interval crosses 0.',"
            + " NULL)) r(metric, dimension, \"value\", role, kind, direction, mean, control_mean, effect, lower,"
            + " upper, relative_effect, relative_lower, relative_upper, always_lower, always_upper,"
            + " segment_p, bound, guardrail, verdict, verdict_reason, warning)",
        "INSERT INTO marts.experiment_series BY NAME SELECT 'checklist' AS experiment_id, 'funded' AS metric,"
            + " 'treatment' AS arm, DATE '2026-06-01' + d::INT AS measured_on, 160 * (d + 1) AS customers, 170 *"
            + " (d + 1) AS control_customers, 0.85 AS mean, 0.78 AS control_mean, 0.07 AS effect, 0.02 AS lower,"
            + " 0.12 AS upper, -0.01 AS always_lower, 0.15 AS always_upper FROM range(0, 3) t(d)",
        "INSERT INTO monitoring.source_accounts VALUES ('transactions', 'transactions', 1000, 900,"
            + " 88, 12, 0, 4)",
        "INSERT INTO monitoring.release_gates VALUES (DATE '2026-07-01', 'churn_auc', 'pass',"
            + " 0.83, 0.79, 0.87, 180, 100, 'fail if upper < 0.60', 'AUC 0.83 on the hold-out', NULL,"
            + " 0.01), (DATE '2026-07-01', 'churn_calibration', 'withheld', 0.12, 0, 0.3, 61, 400,"
            + " 'fail if lower > 0.10', 'Churn probabilities are off by 12.00 %.', 'Measured on 61"
            + " rows; needs 400.', NULL), (DATE '2026-07-01', 'feature_drift', 'warn', 0.14,"
            + " 0.11, 0.17, 500, 100, 'at most 0.1', 'sessions have drifted: PSI 0.14', NULL, 0.01), (DATE '2026-07-01',"
            + " 'overall', 'warn', NULL, NULL, NULL, NULL, 0, 'worst gate', 'One of two gates asks"
            + " for a look before release.', NULL, 0.02)",
        "INSERT INTO marts.release_decisions VALUES ('checklist', DATE '2026-07-01', 'New customers"
            + " see a checklist.', 'growth', 'onboarding_checklist', NULL, NULL, NULL,"
            + " 'experiment_only', 'complaints', 2, 1, 1, 'Complaints are not settled.'), ('this_run',"
            + " DATE '2026-07-01', 'Tables and models of this run are served.', 'platform', NULL,"
            + " NULL, NULL, NULL, 'limited_rollout', 'feature_drift', 3, 1, 1, 'sessions have"
            + " drifted: PSI 0.14')",
        "INSERT INTO marts.release_decision_gates VALUES ('checklist', 'uplift', DATE '2026-07-01',"
            + " 0.07, 0.02, 0.12, 'block at 0 or less', true, 'pass', 'ship',"
            + " 'marts.experiment_results', 'metric=funded', 'Within the thresholds.'),"
            + " ('checklist', 'complaints', DATE '2026-07-01', 0.005, -0.01, 0.02, 'block at 0.01 or"
            + " more', true, 'withheld', 'experiment_only', 'marts.experiment_results',"
            + " 'metric=complained', 'Complaints are not settled.')");
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
