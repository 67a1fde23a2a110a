package io.growthline.pages;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.money.Money;
import io.growthline.domain.scoring.ModelMetadata;
import io.growthline.domain.scoring.ModelMetrics;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.ModelStore;
import io.growthline.domain.scoring.PlattScaling;
import io.growthline.warehouse.DuckDbSql;
import io.growthline.warehouse.LocalCatalog;
import io.growthline.warehouse.LocalCatalog.DataFile;
import io.growthline.warehouse.PublishedMoney;
import io.growthline.warehouse.Row;
import io.growthline.warehouse.SqlWarehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A warehouse with the rows that statements insert. */
final class PublishedFixture implements Tables {
  static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private final SqlWarehouse warehouse;
  private final List<ModelMetadata> models;

  /** Rows never change, and many tests ask for the same ones. */
  private final Map<List<Object>, List<Row>> asked = new HashMap<>();

  private PublishedFixture(SqlWarehouse warehouse, List<ModelMetadata> models) {
    this.warehouse = warehouse;
    this.models = models;
  }

  static PublishedFixture empty(Path directory) {
    return of(directory, List.of(), List.of());
  }

  /** Everything a report shows. */
  static PublishedFixture full(Path directory) {
    return of(directory, ROWS, List.of(CHURN));
  }

  /** The warehouse with rows of the tables whose name contains one of the words. */
  static PublishedFixture partly(Path directory, String... words) {
    return of(
        directory,
        ROWS.stream()
            .filter(
                row ->
                    List.of(words).stream()
                        .anyMatch(word -> row.substring(0, row.indexOf(' ', 13)).contains(word)))
            .toList(),
        List.of());
  }

  static PublishedFixture of(Path directory, List<String> statements) {
    return of(directory, statements, List.of());
  }

  private static PublishedFixture of(
      Path directory, List<String> statements, List<ModelMetadata> models) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (TableSpec<?> table : Contracts.all()) {
        statement.execute("CREATE SCHEMA IF NOT EXISTS " + table.dataset());
        statement.execute(
            table.columns().stream()
                .map(PublishedFixture::column)
                .collect(Collectors.joining(", ", "CREATE TABLE " + table.id() + " (", ")")));
      }
      for (String sql : statements) {
        statement.execute(sql);
      }
      Map<String, List<DataFile>> files = new TreeMap<>();
      for (TableSpec<?> table : Contracts.all()) {
        Path file = directory.resolve(table.id() + ".parquet");
        long rows = statement.executeLargeUpdate("COPY " + table.id() + " TO '" + file + "'");
        files.put(
            table.id(), List.of(new DataFile(directory.relativize(file).toString(), rows, null)));
      }
      LocalCatalog.read(Files.createDirectories(directory)).with(files).write(directory);
      return new PublishedFixture(DuckDbSql.live(directory), models);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String column(ColumnSpec column) {
    return '"' + column.name() + "\" " + column.type().duckDb();
  }

  @Override
  public List<Row> query(String sql, Map<String, ?> parameters) {
    return asked.computeIfAbsent(
        List.of(sql, Map.copyOf(parameters)), key -> read(sql, parameters));
  }

  private List<Row> read(String sql, Map<String, ?> parameters) {
    SqlWarehouse.QueryResult result = warehouse.query(sql, parameters);
    return result.rows().stream().map(values -> new Row(result.columns(), values)).toList();
  }

  @Override
  public LocalDate asOf() {
    return DAY;
  }

  @Override
  public Instant publishedAt() {
    return Instant.parse("2026-01-02T03:04:05Z");
  }

  @Override
  public Money money() {
    return PublishedMoney.of(warehouse);
  }

  @Override
  public ModelRegistry registry() {
    return new ModelRegistry(new NoModels());
  }

  @Override
  public List<ModelMetadata> models() {
    return models;
  }

  /** A place in which no model was ever written. */
  private static final class NoModels implements ModelStore {
    @Override
    public Optional<byte[]> read(String path) {
      return Optional.empty();
    }

    @Override
    public void write(String path, byte[] content) {
      throw new UnsupportedOperationException(path);
    }

    @Override
    public List<String> list(String prefix) {
      return List.of();
    }
  }

  private static final ModelMetadata CHURN =
      new ModelMetadata(
          "churn",
          "2026-01-01-0a1b2c3d",
          DAY,
          List.of("x"),
          0.1,
          PlattScaling.IDENTITY,
          9000,
          DAY.minusMonths(6),
          2000,
          DAY.minusMonths(4),
          30,
          new ModelMetrics(3000, 300, 0.812, 0.081, 0.09, 0.27, 0.012, 0.02));

  private static final List<String> ROWS = rows();

  /** Statements for everything a report shows. */
  static List<String> rows() {
    List<String> rows = new ArrayList<>();
    rows.add("INSERT INTO marts.dim_currency VALUES ('GBP', true, 2, 900)");
    String revenue = "CASE m WHEN 1 THEN 1100000 WHEN 2 THEN 1000000 ELSE 1000000 - 20000 * m END";
    rows.add(kpi("monthly_recurring_revenue_minor", revenue, "minor"));
    rows.add(kpi("churn_rate", "0.05 + 0.001 * (m % 4)", "share"));
    rows.add(kpi("active_customers", "500 - 10.0 * m", "customers"));
    rows.add(kpi("nps", "CASE m WHEN 1 THEN 5 ELSE -5 END", "points"));
    rows.add(
        "INSERT INTO monitoring.release_gates VALUES (DATE '2026-01-01', 'churn_auc', 'pass', 0.812,"
            + " 0.77, 0.85, 300, 100, 'fail if upper < 0.60', 'The churn model ranks leavers above"
            + " stayers in 81.20 % of pairs.', NULL, 0.01), (DATE '2026-01-01', 'churn_score_drift',"
            + " 'warn', 0.14, 0.11, 0.17, 500, 100, 'fail if lower >= 0.25', 'Churn scores moved by"
            + " a PSI of 0.140.', NULL, 0.01), (DATE '2026-01-01', 'activation_calibration',"
            + " 'withheld', 0.12, 0, 0.31, 61, 300, 'fail if lower > 0.15', 'Activation"
            + " probabilities are off by 12.00 %.', 'Measured on 61 rows; needs 300.', NULL), (DATE"
            + " '2026-01-01', 'overall', 'fail', NULL, NULL, NULL, NULL, 0, 'the worst of all gates"
            + " that are not withheld', '1 of 12 gates fail: data_quality.', NULL, 0.02)");
    rows.add(
        "INSERT INTO monitoring.model_calibration SELECT 'churn', 'v', DATE '2026-01-01', b, 300,"
            + " 0.004 * b * b, greatest(0, 0.004 * b * b + 0.01 * (b % 3 - 1)) FROM range(1, 11) t(b)");
    rows.add(
        "INSERT INTO monitoring.feature_drift VALUES ('churn', 'v', DATE '2026-01-01',"
            + " 'days_since_active', 0.314, 0.25, 0.38, 3000, 500, 'fail'), ('churn', 'v', DATE '2026-01-01',"
            + " 'score', 0.14, 0.11, 0.17, 3000, 500, 'warn'), ('churn', 'v', DATE '2026-01-01', 'last_nps',"
            + " 0.02, 0, 0.04, 3000, 500, 'pass'), ('churn', 'v', DATE '2026-01-01', 'spend_trend', NULL, NULL, NULL,"
            + " 3000, 50, 'withheld')");
    rows.add(
        "INSERT INTO scores.customer_scores SELECT format('c{:06d}', i), 'churn',"
            + " '2026-01-01-0a1b2c3d', DATE '2026-01-01', (501 - i) / 501.0, CASE WHEN i <= 30 THEN"
            + " 'high' WHEN i <= 150 THEN 'medium' ELSE 'low' END, i % 20 = 0 FROM range(1, 501) t(i)");
    rows.add(
        "INSERT INTO scores.score_reasons SELECT format('c{:06d}', i), 'churn',"
            + " '2026-01-01-0a1b2c3d', 1, CASE WHEN i <= 18 THEN 'days_since_active' ELSE"
            + " 'complaints_90d' END, i, 1.5, CASE WHEN i <= 18 THEN 'No activity in the last 40 days' ELSE"
            + " '2 complaints in the last 90 days' END FROM range(1, 26) t(i)");
    rows.add(
        "INSERT INTO marts.customer_360_profile (customer_id, as_of, region, income_segment,"
            + " vulnerable_customer, business_account, plan, plan_price_minor, subscription_status,"
            + " transaction_count, spend_minor) SELECT format('c{:06d}', i), DATE '2026-01-01',"
            + " ['North', 'South'][i % 2 + 1], 'mid', i % 20 = 0, false, 'plus', 799, 'active', i,"
            + " i FROM range(1, 501) t(i)");
    rows.add(
        "INSERT INTO marts.metric_customer_ltv (customer_id, expected_margin_minor,"
            + " expected_margin_lower_minor, expected_margin_upper_minor, value_band) VALUES"
            + " ('c000001', 6400, 5900, 7100, 'high')");
    rows.add(
        "INSERT INTO marts.retention_cohorts SELECT 'month', DATE '2025-01-01' + to_months(c::INT), m, 200,"
            + " round(200 * power(0.93, m)), power(0.93, m), NULL, NULL, NULL FROM range(0, 12) t(c), range(0, 12)"
            + " u(m) WHERE c + m < 12");
    rows.add(
        "INSERT INTO marts.retention_cohorts SELECT 'month', DATE '2024-10-01', m, 100, 90, 0.9,"
            + " 1000, CASE WHEN m > 0 THEN 1.25 END, NULL FROM range(0, 3) u(m)");
    // Half of the applicants of a mature month are lost before funding; a new month says nothing.
    rows.add(
        "INSERT INTO marts.onboarding_funnel SELECT cohort, 'all', 'all', n, steps[n], NULL,"
            + " CASE WHEN mature THEN reached[n] ELSE 7 END, NULL, NULL, NULL, false, mature FROM"
            + " (VALUES (DATE '2025-10-01', true), (DATE '2025-12-01', false)) c(cohort, mature),"
            + " range(1, 5) t(n), (SELECT ['application_submitted', 'identity_approved', 'funded',"
            + " 'first_purchase'] AS steps, [200, 190, 95, 90] AS reached)");
    rows.add(
        "INSERT INTO marts.segment_funnel SELECT d, v, n, steps[n], NULL, reached[n], reached[n] /"
            + " 400.0, NULL, n = 3, 9, true FROM (VALUES ('all', 'all'), ('region', 'North')) k(d, v),"
            + " range(1, 6) t(n), (SELECT ['signup', 'activation', 'key_action', 'paid', 'month_1'] AS"
            + " steps, [400, 300, 100, 80, 60] AS reached)");
    rows.add(
        "INSERT INTO marts.weekly_engagement SELECT DATE '2025-12-01' + 7 * w::INT, 'all', 'all',"
            + " 300 + w, 400, 900, 100 + w, 0.25, 0.75, 1000, 2000, 500000, 6.7, 1250, 0"
            + " FROM range(0, 4) t(w)");
    rows.add(
        "INSERT INTO marts.feature_adoption SELECT DATE '2025-10-01' + to_months(m::INT), f, 50, 90,"
            + " 500, [0.1, 0.15, 0.2][m + 1], 5, 20, 0.4 FROM range(0, 3) t(m), (VALUES ('savings_pot'),"
            + " ('salary_sorter')) k(f)");
    rows.add(
        "INSERT INTO marts.monthly_customer_spending SELECT 'c000001', DATE '2025-10-01' +"
            + " to_months(m::INT), ['groceries', 'travel'][1 + m % 2], 3, 4000, 0, 0, 4000"
            + " FROM range(0, 3) t(m)");
    rows.add(
        "INSERT INTO marts.price_elasticity VALUES ('all', DATE '2026-01-01', 900, 4, 900, 1500,"
            + " -1.4, 0.25, -1.8, -1.0, 'ok', NULL), ('high', DATE '2026-01-01', 900, 4, 900, 1500,"
            + " -0.6, 0.25, -1.0, -0.2, 'inconclusive', 'Too few offers')");
    rows.add(
        "INSERT INTO marts.offer_effects VALUES ('boost', 'standard', 'holdout', 'all',"
            + " DATE '2026-01-01', 1000, 200, 300, 30, 0.1, 0.065, 0.131, 'usable', 'The interval"
            + " excludes 0.'), ('boost', 'standard', 'holdout', 'high', DATE '2026-01-01', 10, 2, 3, 0,"
            + " 0.2, -0.3, 0.4, 'withheld', 'Few.'), ('boost', 'incentive', 'holdout', 'all',"
            + " DATE '2026-01-01', 0, 0, 300, 30, NULL, NULL, NULL, 'withheld', 'No customer with a"
            + " known outcome was in the arm incentive.')");
    rows.add(
        "INSERT INTO marts.uplift_quality VALUES ('boost', 'standard', DATE '2026-01-01', 1000, 300,"
            + " 0.001, -0.01, 0.012, 0.012, -0.1, 0.12, 0.05, 0.03, 0.07, 'withheld', 'No better than"
            + " chance.'), ('boost', 'incentive', DATE '2026-01-01', 0, 300, NULL, NULL, NULL, NULL,"
            + " NULL, NULL, NULL, NULL, NULL, 'withheld', 'Only 0 customers.')");
    rows.add(
        "INSERT INTO marts.pricing_scenarios SELECT 'all', DATE '2026-01-01', price, 0, 400, 25,"
            + " 0.2, 0.15, 0.25, margin * 300, margin * 200, margin * 400, margin * 100, margin * 80,"
            + " margin * 120, 0.05, 0.04, 0.06, '', 'ok', NULL FROM (VALUES (900, 100), (1000, 300),"
            + " (1200, 500)) t(price, margin)");
    rows.add(
        "INSERT INTO monitoring.data_quality_results VALUES (DATE '2026-01-01', 'raw.transactions',"
            + " 'currency', 'not_null', 900, 3, 'fail', DATE '2025-12-01'), (DATE '2026-01-01',"
            + " 'raw.transactions', '*', 'unique_key', 900, 0, 'pass', NULL)");
    rows.add(
        "INSERT INTO monitoring.data_quality_scores VALUES (DATE '2026-01-01', 'raw.sessions', 500,"
            + " 0, 0, 1, 1, 1, 1, 1, NULL, 1, 'ok', NULL, NULL, 'volume: fewer than 6 earlier days"
            + " have a run'), (DATE '2026-01-01', 'raw.transactions', 900, 88, 12, 0.997, 1, 0.987, 1,"
            + " 0.4, NULL, 0.877, 'critical', 'freshness', 'Spend is wrong.', 'volume: fewer than 6"
            + " earlier days have a run'), (DATE '2026-01-01', 'raw.referrals', 0, NULL, NULL, NULL,"
            + " NULL, NULL, NULL, NULL, NULL, NULL, 'withheld', NULL, NULL, 'all: the table has no"
            + " rows')");
    rows.add(
        "INSERT INTO monitoring.dead_letters (source, code, cause, status) SELECT 'transactions',"
            + " 'invalid_type', 'expected <number>', 'open' FROM range(12)");
    rows.add(
        "INSERT INTO monitoring.source_accounts VALUES ('transactions', 'transactions', 1000, 900,"
            + " 88, 12, 0, 4)");
    rows.add(
        "INSERT INTO monitoring.run_manifests (run_id, started_at, as_of, kind, name, status, row_count,"
            + " dead_lettered, seconds) SELECT 'run-1', TIMESTAMP '2026-01-01 02:00:00', DATE '2026-01-01', * FROM"
            + " (VALUES ('stage', 'ingest', 'succeeded', 900, NULL, 12.0), ('stage', 'marts',"
            + " 'succeeded', 70, NULL, 30.5), ('source', 'transactions/transactions', 'balanced',"
            + " 1000, 12, NULL), ('table', 'raw.transactions', 'published', 900, NULL, NULL)) r");
    rows.addAll(geo());
    rows.addAll(finance());
    rows.addAll(actions());
    rows.addAll(DecisionRows.all());
    rows.addAll(experiments());
    rows.addAll(OutcomeRows.ALL);
    rows.addAll(ReleaseRows.all());
    return rows;
  }

  /** A campaign in two regions: read by one method, withheld by the other. */
  private static List<String> geo() {
    return List.of(
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
            + " 'neighbour', NULL, 1.0)) v(r, o, w, e)");
  }

  /** A plan of four customers, one of them held out; four others are left out. */
  private static List<String> actions() {
    String plan = "'retention-2026-01-01', DATE '2026-01-01', ";
    return List.of(
        "INSERT INTO scores.action_plan SELECT id, "
            + plan
            + "'retention', action, kind, owner, channel, arm, 0.9, priority, segment, band, id ="
            + " 'c000020', p, 'measured', 1 - p, worth, s, 'assumed', p * s, saved, contact,"
            + " stayers, saved - contact - stayers, low, high, cost FROM (VALUES"
            + " ('c000001', 'retention_call', 'offer', 'retention', 'phone', 'treated', 1, 'mid',"
            + " 'high', 0.5, 6400, 0.2, 640, 500, 0, -200, 480, 500),"
            + " ('c000002', 'loyalty_offer', 'incentive', 'crm', 'email', 'treated', 1, 'mid',"
            + " 'medium', 0.5, 20000, 0.12, 1170, 10, 125, 300, 1770, 165),"
            + " ('c000003', 'loyalty_offer', 'incentive', 'crm', 'email', 'holdout', NULL, 'mid',"
            + " 'medium', 0.5, 20000, 0.12, 1170, 10, 125, 300, 1770, 165),"
            + " ('c000020', 'service_call', 'help', 'service', 'phone', 'treated', 1, 'low',"
            + " 'low', 0.4, 10000, 0.25, 1000, 400, 0, 100, 1100, 400))"
            + " t(id, action, kind, owner, channel, arm, priority, segment, band, p, worth, s,"
            + " saved, contact, stayers, low, high, cost)",
        "INSERT INTO scores.plan_totals SELECT "
            + plan
            + "t.* FROM (VALUES ('retention_call', 'mid', 1, 0, 0.5, 0.1, 640, 500, 0, 140, 500),"
            + " ('loyalty_offer', 'mid', 1, 1, 0.5, 0.06, 1170, 10, 125, 1035, 165),"
            + " ('service_call', 'low', 1, 0, 0.6, 0.1, 1000, 400, 0, 600, 400)) t",
        "INSERT INTO scores.plan_limits SELECT "
            + plan
            + "'budgeted', t.* FROM (VALUES ('owner_capacity', 'owner retention', 'contacts', 1, 1, 0,"
            + " 120.5, 1), ('owner_capacity', 'owner care', 'contacts', 5, 0, 5, 0, 0),"
            + " ('segment_reserve', 'reserve of segment low', 'minor', 500, 400, 100, 0, 0),"
            + " ('budget', 'budget', 'minor', 1200, 1065, 135, 0.25, 1)) t",
        "INSERT INTO scores.action_rejections SELECT id, "
            + plan
            + "reason, detail, action, net, p, evidence, worth FROM (VALUES"
            + " ('c000004', 'budget', 'budget', 'loyalty_offer', 900, 0.45, 'measured', 18000),"
            + " ('c000005', 'capacity', 'owner retention', 'retention_call', 120, 0.5, 'measured', 6200),"
            + " ('c000006', 'no_value', NULL, NULL, NULL, 0.3, 'assumed', NULL),"
            + " ('c000040', 'protected', NULL, NULL, NULL, 0.6, 'measured', 5000))"
            + " t(id, reason, detail, action, net, p, evidence, worth)",
        "INSERT INTO scores.budget_curve SELECT "
            + plan
            + "t.* FROM (VALUES (0, false, 0, 4.0), (600, false, 1300, 1.5), (1200, true, 1800,"
            + " 0.25), (2400, false, 1900, 0)) t",
        "INSERT INTO scores.profit_curve SELECT "
            + plan
            + "t.* FROM (VALUES (0.3, 6, 76600, 1900, 2500, -100, 1.3158, false), (0.45, 5, 70600,"
            + " 1500, 2600, 500, 1.7333, true), (0.5, 4, 52600, 1000, 2100, 2100, 2.1, false)) t",
        "INSERT INTO scores.break_even SELECT "
            + plan
            + "t.* FROM (VALUES ('loyalty_offer', 'medium', 3, 19333.3, 0.4833, 0.1036, 0.0153,"
            + " 0.12), ('retention_call', 'low', 2, 2000, 0.4, NULL, 0.625, 0.2), ('retention_call',"
            + " 'high', 2, 6300, 0.3, 0.3968, 0.2646, 0.2)) t",
        "INSERT INTO scores.plan_outcomes SELECT 'campaign', 'spring_calls', DATE '2025-08-20', 'all', m,"
            + " DATE '2025-09-01', DATE '2026-01-01', 80, 20, 98, 0.9, 0.6, 0.3, 0.12, 0.49, 0.1, 800, 24000, 9000,"
            + " 39000, 8000, 23200, 8200, 38200, 7200, 29.0, 10.25, 47.75, 33, 20, 83, 0.9, 'ok', 'The"
            + " interval is above 0: more of those treated were retained.' FROM range(1, 4) t(m)",
        "INSERT INTO scores.audience_changes SELECT id, "
            + plan
            + "DATE '2025-12-01', change, action, before, reason FROM (VALUES ('c000001', 'joined',"
            + " 'retention_call', NULL, NULL), ('c000002', 'moved', 'loyalty_offer', 'discount',"
            + " NULL), ('c000004', 'left', NULL, 'discount', 'budget'))"
            + " t(id, change, action, before, reason)");
  }

  /** One that can be shipped, and one that nobody was exposed to. */
  private static List<String> experiments() {
    return List.of(
        "INSERT INTO marts.experiments BY NAME SELECT 'checklist' AS experiment_id, DATE '2026-01-01' AS as_of,"
            + " 'It helps.' AS hypothesis, 'growth' AS owner, 'funded' AS primary_metric, 'control,"
            + " treatment' AS arms, '0.5, 0.5' AS allocation, '510, 490' AS exposed_by_arm, 1000 AS"
            + " exposed, 3 AS in_no_arm, 0.53 AS sample_ratio_p, 90 AS days_run, 28 AS"
            + " minimum_days, 800 AS customers_needed, 0 AS days_left, 'ship' AS memo, 'treatment' AS"
            + " memo_arm, 'funded +7 points (3 to 11).' AS memo_reason",
        "INSERT INTO marts.experiments BY NAME SELECT 'not_begun' AS experiment_id, DATE '2026-01-01' AS as_of,"
            + " 'growth' AS owner, 'active' AS primary_metric, 'holdout, treated' AS arms, '0.1, 0.9' AS"
            + " allocation, '0, 0' AS exposed_by_arm, 0 AS exposed, 0 AS in_no_arm, 0 AS days_run, 90 AS"
            + " minimum_days, 'Nobody was exposed yet.' AS memo_reason",
        "INSERT INTO marts.experiment_results BY NAME SELECT 'checklist' AS experiment_id, 'treatment' AS"
            + " arm, 'control' AS control_arm, DATE '2026-01-01' AS as_of, 28 AS window_days, 0.95 AS confidence,"
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
            + " 'treatment' AS arm, DATE '2025-12-01' + d::INT AS measured_on, 160 * (d + 1) AS customers, 170 *"
            + " (d + 1) AS control_customers, 0.85 AS mean, 0.78 AS control_mean, 0.07 AS effect, 0.02 AS lower,"
            + " 0.12 AS upper, -0.01 AS always_lower, 0.15 AS always_upper FROM range(0, 3) t(d)");
  }

  /** Money of plans, and what the business is judged by. */
  private static List<String> finance() {
    return List.of(
        "INSERT INTO marts.monthly_revenue VALUES"
            + " (DATE '2025-11-01', 'plus', 'middle', 690000, 10000, 0, 0, 0, 0, 0, 0, 0, 0, 700000,"
            + " 69, 1, 0, 0, 0, 0, 0, 0, 70, 0, 0),"
            + " (DATE '2025-12-01', 'plus', 'middle', 700000, 150000, 10000, 5000, 0, 0, 30000,"
            + " 25000, 0, 10000, 800000, 70, 15, 1, 0, 3, 2, 0, 1, 80, 1, 0),"
            + " (DATE '2025-12-01', 'metal', 'high', 300000, 0, 0, 0, 10000, 5000, 0, 0, 5000, 0,"
            + " 300000, 20, 0, 0, 1, 0, 0, 1, 0, 20, 0, 1)",
        "INSERT INTO marts.revenue_leakage VALUES ('c000001', 'refund i-1', 'refund', 's-1', 'i-1',"
            + " 'p-1', DATE '2025-12-20', 5000, '50.00 of an invoice of 50.00 was given back'),"
            + " ('c000002', 'unpaid_active_subscription i-2', 'unpaid_active_subscription', 's-2',"
            + " 'i-2', NULL, DATE '2025-06-01', 3000, '30.00 is not paid'), ('c000003', 'refund"
            + " i-3', 'refund', 's-3', 'i-3', 'p-3', DATE '2025-05-02', 2000, '20.00 of an invoice of"
            + " 20.00 was given back')",
        "INSERT INTO marts.kpi_values VALUES ('invoices_due_minor', 'month', DATE '2025-12-01',"
            + " 'all', 'all', 200000, 0, NULL, 'minor', true, 0, NULL)",
        "INSERT INTO marts.dunning VALUES (DATE '2025-11-01', 'expired_card', 1, 4, 4, 2, 1, 1, 0.5,"
            + " 4000, 2000, 1000, 1000, 3, 3), (DATE '2025-12-01', 'expired_card', 1, 4, 2, 1, 3, 0,"
            + " 0.25, 4000, 1000, 3000, 0, 6, 6), (DATE '2025-12-01', 'expired_card', 2, 2, 0, 0, 2,"
            + " 0, 0, 2000, 0, 2000, 0, NULL, NULL)",
        "INSERT INTO marts.acquisition_payback VALUES (DATE '2024-10-01', 'paid_search', 10, 100000,"
            + " 10000, 15, 150000, 1000, 3000, 6000, 12000, 900, 2700, 5400, 10800, 'margin',"
            + " 'paid_back', 12), (DATE '2024-11-01', 'paid_search', 5, 100000, 20000, 14, 75000,"
            + " 1000, 3000, 6000, 12000, 900, 2700, 5400, 10800, 'margin', 'not_yet', NULL), (DATE"
            + " '2025-12-01', 'paid_search', 4, 40000, 10000, 1, 2000, 500, NULL, NULL, NULL, 400,"
            + " NULL, NULL, NULL, 'margin', 'not_yet', NULL), (DATE '2025-12-01', 'organic', 4, 0,"
            + " NULL, 1, 2000, 500, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'revenue', 'no_spend',"
            + " NULL), (DATE '2025-12-01', 'partner', 0, 5000, NULL, 1, 0, NULL, NULL, NULL, NULL,"
            + " NULL, NULL, NULL, NULL, 'margin', 'no_customers', NULL)",
        "INSERT INTO marts.referral_economics VALUES (DATE '2025-11-01', 3, 0, 4500, 3, 4500, 2,"
            + " 3000, 0, 0, 1, 1500, 7500, 7400, 100, 1), (DATE '2025-12-01', 2, 1, 3000, 2, 3000,"
            + " 0, 0, 1, 1500, 1, 1500, 4500, 4500, 0, 0)",
        "INSERT INTO marts.referral_exceptions VALUES ('unbalanced_journal w-1 j-1',"
            + " 'unbalanced_journal', 'w-1', 'j-1', 'c000001', DATE '2025-11-10', 100, 'Debits are"
            + " 15.00, credits 14.00'), ('missing_posting w-2', 'missing_posting', 'w-2', NULL,"
            + " 'c000002', DATE '2025-12-02', 1500, 'The ledger does not know the reward as booked'),"
            + " ('missing_posting w-3', 'missing_posting', 'w-3', NULL, NULL, DATE '2025-12-03',"
            + " NULL, 'The ledger does not know the reward as booked')",
        "INSERT INTO monitoring.business_health VALUES (DATE '2026-01-01', 'overall', 1, 72, 'good',"
            + " 0.9, NULL, NULL), (DATE '2026-01-01', 'growth', 0.6, 29.8, 'critical', 1, NULL,"
            + " NULL), (DATE '2026-01-01', 'satisfaction', 0.4, NULL, 'unknown', 0.3, NULL, 'nps')",
        "INSERT INTO monitoring.metric_health VALUES (DATE '2026-01-01', 'churn_rate', 'growth',"
            + " 'month', DATE '2025-12-01', 0.051, 'share', 'at most 0.03', 'bad', NULL, 0.052,"
            + " -0.001), (DATE '2026-01-01', 'nps', 'service', 'month', DATE '2025-12-01', 5,"
            + " 'points', 'at least 30', 'warn', NULL, -5, 10), (DATE '2026-01-01', 'refund_rate',"
            + " 'finance', 'month', DATE '2025-12-01', 0.01, 'share', 'at most 0.02', 'ok', NULL,"
            + " 0.01, 0), (DATE '2026-01-01', 'crash_rate', 'product', 'month', NULL, NULL, 'share',"
            + " 'at most 0.01', 'unmapped', 'no raw.sessions', NULL, NULL)",
        "INSERT INTO marts.metric_changes VALUES ('monthly_recurring_revenue_minor', 'month', DATE"
            + " '2025-12-01', DATE '2025-11-01', 'plan', 'plus', 'sum', 700000, 800000, NULL, NULL,"
            + " NULL, NULL, 100000, 100000, true), ('churn_rate', 'month', DATE '2025-12-01', DATE"
            + " '2025-11-01', 'plan', 'plus', 'ratio', 0.06, 0.058, 0.5, 0.52, 0.0002, -0.0012,"
            + " -0.001, -0.001, true)");
  }

  private static String kpi(String metric, String value, String unit) {
    return "INSERT INTO marts.kpi_values SELECT '"
        + metric
        + "', 'month', DATE '2026-01-01' - to_months(m::INT), 'all', 'all', "
        + value
        + ", 0, NULL, '"
        + unit
        + "', true, 0, NULL FROM range(1, 13) t(m)";
  }
}
