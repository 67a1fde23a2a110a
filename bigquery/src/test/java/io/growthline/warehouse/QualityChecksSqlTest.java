package io.growthline.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.QualityCheck;
import io.growthline.domain.contract.QualityCheck.Severity;
import io.growthline.domain.contract.QualityChecks;
import io.growthline.domain.contract.QualityScan;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.Invoice;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.growth.RetentionCohort;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every check that contracts give can be run, and finds what it is for. */
class QualityChecksSqlTest {
  private static final TableSpec<Transaction> TRANSACTIONS = TableSpec.of(Transaction.class);
  private static final TableSpec<Invoice> INVOICES = TableSpec.of(Invoice.class);
  private static final TableSpec<RetentionCohort> COHORTS = TableSpec.of(RetentionCohort.class);

  private static final LocalDate AS_OF = LocalDate.of(2026, 7, 1);

  @TempDir Path warehouse;

  @Test
  void anEmptyWarehousePassesEveryCheckOfEveryTable() {
    try (DuckDbSql sql = DuckDbSql.live(warehouse)) {
      for (TableSpec<?> table : Contracts.all()) {
        QualityScan scan = QualityScan.of(table, QualityChecks.of(table), AS_OF);
        List<Object> row = sql.query(scan.sql(), Map.of()).rows().get(0);
        assertThat(row, hasSize(2 + scan.checks().size()));
        assertThat(table.id(), row.subList(2, row.size()), everyItem(is(0L)));
      }
    }
  }

  @Test
  void aRepeatedKeyFails() throws Exception {
    LocalTables.put(
        warehouse,
        TRANSACTIONS,
        Map.of("event_id", "'a'"),
        Map.of("event_id", "'a'"),
        Map.of("event_id", "'b'"));

    assertThat(result(TRANSACTIONS, "*", "unique_key"), is(List.<Object>of(3L, 1L)));
  }

  @Test
  void anAbsentRequiredValueFails() throws Exception {
    LocalTables.put(warehouse, TRANSACTIONS, Map.of(), Map.of("currency", "NULL"));

    assertThat(result(TRANSACTIONS, "currency", "not_null"), is(List.<Object>of(2L, 1L)));
  }

  @Test
  void aValueOutsideTheClosedSetFails() throws Exception {
    LocalTables.put(
        warehouse, TRANSACTIONS, Map.of("status", "'approved'"), Map.of("status", "'maybe'"));

    assertThat(result(TRANSACTIONS, "status", "allowed"), is(List.<Object>of(2L, 1L)));
  }

  @Test
  void aNumberOutsideItsRangeFails() throws Exception {
    LocalTables.put(
        warehouse,
        COHORTS,
        Map.of("retention_rate", "-0.1"),
        Map.of("retention_rate", "0"),
        Map.of("retention_rate", "1"),
        Map.of("retention_rate", "1.1"));

    assertThat(result(COHORTS, "retention_rate", "range"), is(List.<Object>of(4L, 2L)));
  }

  @Test
  void aTimeOutsideItsRangeFails() throws Exception {
    LocalTables.put(
        warehouse,
        TRANSACTIONS,
        Map.of("ingested_at", "TIMESTAMP '1899-12-31 23:59:59'"),
        Map.of("ingested_at", "TIMESTAMP '1900-01-01 00:00:00'"),
        Map.of("ingested_at", "TIMESTAMP '2099-12-31 23:59:59.999999'"),
        Map.of("ingested_at", "TIMESTAMP '2100-01-01 00:00:00'"));

    assertThat(result(TRANSACTIONS, "ingested_at", "range"), is(List.<Object>of(4L, 2L)));
  }

  @Test
  void aDayOutsideItsRangeFails() throws Exception {
    LocalTables.put(
        warehouse,
        INVOICES,
        Map.of("due_on", "DATE '1899-12-31'"),
        Map.of("due_on", "DATE '1900-01-01'"),
        Map.of("due_on", "DATE '2099-12-31'"),
        Map.of("due_on", "DATE '2100-01-01'"));

    assertThat(result(INVOICES, "due_on", "range"), is(List.<Object>of(4L, 2L)));
  }

  @Test
  void aReferenceToNothingIsAWarningAndAnAbsentOneIsFine() throws Exception {
    LocalTables.put(
        warehouse, TRANSACTIONS, Map.of("customer_id", "'nobody'"), Map.of("customer_id", "NULL"));

    assertThat(result(TRANSACTIONS, "customer_id", "references"), is(List.<Object>of(2L, 1L)));
    assertThat(find(TRANSACTIONS, "customer_id", "references").severity(), is(Severity.WARN));
  }

  @Test
  void aNumberThatIsExpectedToBeZeroIsAWarning() throws Exception {
    TableSpec<Customer360Profile> customers = TableSpec.of(Customer360Profile.class);
    LocalTables.put(
        warehouse,
        customers,
        Map.of("ignored_subscription_changes", "0"),
        Map.of("ignored_subscription_changes", "2"));

    String column = "ignored_subscription_changes";
    assertThat(result(customers, column, "expect_zero"), is(List.<Object>of(2L, 1L)));
    assertThat(find(customers, column, "expect_zero").severity(), is(Severity.WARN));
  }

  /** Rows of the as-of day and later are not known yet. */
  @Test
  void theNewestRowBeforeTheAsOfDayIsFoundWhereItIsPromised() throws Exception {
    LocalTables.put(
        warehouse,
        TRANSACTIONS,
        Map.of("occurred_at", "TIMESTAMP '2026-06-29 23:59:59'"),
        Map.of("occurred_at", "TIMESTAMP '2026-07-01 00:00:00'"));
    LocalTables.put(warehouse, COHORTS, Map.of());

    assertThat(newest(TRANSACTIONS), is(LocalDate.of(2026, 6, 29)));
    assertThat(newest(COHORTS), is(nullValue()));
  }

  @Test
  void aRowWithAParentIsCountedOnceHoweverOftenTheParentIsThere() throws Exception {
    LocalTables.put(
        warehouse,
        TableSpec.of(CustomerProfile.class),
        Map.of("customer_id", "'c1'"),
        Map.of("customer_id", "'c1'"));
    LocalTables.put(warehouse, TRANSACTIONS, Map.of("customer_id", "'c1'"));

    assertThat(result(TRANSACTIONS, "customer_id", "references"), is(List.<Object>of(1L, 0L)));
  }

  private Object newest(TableSpec<?> table) {
    try (DuckDbSql sql = DuckDbSql.live(warehouse)) {
      String scan = QualityScan.of(table, QualityChecks.of(table), AS_OF).sql();
      return sql.query(scan, Map.of()).rows().get(0).get(1);
    }
  }

  private List<Object> result(TableSpec<?> table, String column, String check) {
    try (DuckDbSql sql = DuckDbSql.live(warehouse)) {
      List<QualityCheck> checks = QualityChecks.of(table);
      String scan = QualityScan.of(table, checks, AS_OF).sql();
      List<Object> row = sql.query(scan, Map.of()).rows().get(0);
      return List.of(row.get(0), row.get(2 + checks.indexOf(find(table, column, check))));
    }
  }

  private static QualityCheck find(TableSpec<?> table, String column, String check) {
    List<QualityCheck> found =
        QualityChecks.of(table).stream()
            .filter(c -> c.column().equals(column) && c.check().equals(check))
            .toList();
    assertThat(found, hasSize(1));
    return found.get(0);
  }
}
