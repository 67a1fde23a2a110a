package io.growthline.pipelines.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import com.google.api.services.bigquery.model.TableReference;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.CampaignSpend;
import io.growthline.pipelines.loopback.LoopbackBigQuery;
import io.growthline.pipelines.stage.StageOptions;
import io.growthline.warehouse.SqlWarehouse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The statements, run by DuckDB, which means the same by them. */
class SqlBigQueryStatementsTest {
  private static final TableSpec<CampaignSpend> SPEND = TableSpec.of(CampaignSpend.class);
  private static final TableReference TABLE =
      new TableReference().setProjectId("p").setDatasetId("raw").setTableId("campaign_spend");

  private Connection database;
  private SqlBigQueryStatements statements;

  @BeforeEach
  void setUp() throws SQLException {
    database = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = database.createStatement()) {
      statement.execute("CREATE SCHEMA raw");
      statement.execute("CREATE TABLE raw.campaign_spend (event_id TEXT, occurred_at TIMESTAMP)");
      statement.execute(
          "INSERT INTO raw.campaign_spend VALUES ('e1', '2025-03-30 00:00:00'),"
              + " ('e2', '2025-03-30 23:59:59.999999'), ('e3', '2025-03-31 00:00:00')");
    }
    statements = new SqlBigQueryStatements(Database::new, this::change);
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void daysAreThoseOfTheRows() {
    assertThat(
        statements.withRows(TABLE, SPEND),
        contains(LocalDate.of(2025, 3, 30), LocalDate.of(2025, 3, 31)));
  }

  @Test
  void allRowsOfTheDaysAreDeletedAndNoOthers() throws SQLException {
    statements.delete(TABLE, SPEND, Set.of(LocalDate.of(2025, 3, 30), LocalDate.of(2024, 1, 1)));

    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery("SELECT event_id FROM raw.campaign_spend")) {
      rows.next();
      assertThat(rows.getString(1), is("e3"));
      assertThat(rows.next(), is(false));
    }
  }

  @Test
  void onlyWhatACopyHasChangedIsPutBack() {
    List<String> asked = new ArrayList<>();
    TableSettings settings = new TableSettings(Map.of(), true, "What it's for.", null);
    SqlBigQueryStatements sql = new SqlBigQueryStatements(Database::new, asked::add);

    sql.restore(TABLE, settings, new TableSettings(Map.of(), true, "What it's for.", 1L));
    sql.restore(TABLE, settings, new TableSettings(Map.of(), false, null, null));
    sql.restore(TABLE, settings, settings);

    assertThat(
        asked,
        contains(
            "ALTER TABLE raw.campaign_spend SET OPTIONS (expiration_timestamp = NULL)",
            "ALTER TABLE raw.campaign_spend SET OPTIONS (require_partition_filter = true,"
                + " description = 'What it\\'s for.')"));
  }

  @Test
  void bigQueryUnderstandsTheChanges(@TempDir Path warehouse) {
    try (LoopbackBigQuery bigQuery = new LoopbackBigQuery(warehouse)) {
      StageOptions options =
          PipelineOptionsFactory.fromArgs(
                  bigQuery.options().get(0),
                  "--credentialFactoryClass="
                      + "org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory")
              .as(StageOptions.class);
      BigQueryStatements changes = Warehouses.statements("example-project", options);
      changes.delete(TABLE, SPEND, Set.of(LocalDate.of(2025, 3, 30)));
      changes.restore(
          TABLE,
          new TableSettings(Map.of(), true, "What it's for.", null),
          new TableSettings(Map.of(), false, null, 1L));

      assertThat(
          bigQuery.changes(),
          contains(
              "DELETE FROM raw.campaign_spend WHERE DATE(occurred_at) IN (DATE '2025-03-30')",
              "ALTER TABLE raw.campaign_spend SET OPTIONS (expiration_timestamp = NULL,"
                  + " require_partition_filter = true, description = 'What it\\'s for.')"));
      assertThat(bigQuery.unexpected(), is(List.of()));
    }
  }

  private void change(String statement) {
    try (Statement change = database.createStatement()) {
      change.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Database implements SqlWarehouse {
    @Override
    public QueryResult query(String sql, Map<String, ?> parameters) {
      if (!sql.startsWith("SELECT ")) {
        throw new SqlWarehouseException("Only a SELECT statement can be run", null);
      }
      List<List<Object>> rows = new ArrayList<>();
      try (Statement statement = database.createStatement();
          ResultSet result = statement.executeQuery(sql)) {
        while (result.next()) {
          rows.add(List.of(result.getObject(1)));
        }
        return new QueryResult(List.of(), rows);
      } catch (SQLException e) {
        throw new SqlWarehouseException(e.getMessage(), e);
      }
    }

    @Override
    public void close() {}
  }
}
