package io.growthline.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.QualityCheck;
import io.growthline.domain.contract.QualityCheck.Severity;
import io.growthline.domain.contract.QualityChecks;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.event.Invoice;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.growth.RetentionCohort;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every check that contracts give can be run, and finds what it is for. */
class QualityChecksSqlTest {
  private static final TableSpec<Transaction> TRANSACTIONS = TableSpec.of(Transaction.class);
  private static final TableSpec<Invoice> INVOICES = TableSpec.of(Invoice.class);
  private static final TableSpec<RetentionCohort> COHORTS = TableSpec.of(RetentionCohort.class);

  @TempDir Path warehouse;

  @Test
  void anEmptyWarehousePassesEveryCheckOfEveryTable() {
    try (DuckDbSql sql = DuckDbSql.live(warehouse)) {
      for (TableSpec<?> table : Contracts.all()) {
        for (QualityCheck check : QualityChecks.of(table)) {
          List<List<Object>> rows = sql.query(check.sql(), Map.of()).rows();
          assertThat(check.toString(), rows, is(List.of(List.<Object>of(0L, 0L))));
        }
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

  private List<Object> result(TableSpec<?> table, String column, String check) {
    try (DuckDbSql sql = DuckDbSql.live(warehouse)) {
      return sql.query(find(table, column, check).sql(), Map.of()).rows().get(0);
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
