package io.growthline.domain.contract;

import io.growthline.domain.contract.QualityCheck.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Derives from a contract the checks that its table must pass. */
public final class QualityChecks {
  private QualityChecks() {}

  /** All checks of a table: the key first, then the columns in order. */
  public static List<QualityCheck> of(TableSpec<?> table) {
    return of(table, table.allRows());
  }

  /**
   * The same checks of the rows of a day of the partition column and of later ones. A key that is
   * repeated in an earlier day is not found.
   */
  public static List<QualityCheck> since(TableSpec<?> table, LocalDate first) {
    return of(table, table.rowsSince(first));
  }

  private static List<QualityCheck> of(TableSpec<?> table, String rows) {
    List<QualityCheck> checks = new ArrayList<>();
    checks.add(uniqueKey(table, rows));
    for (ColumnSpec column : table.columns()) {
      String sql = column.quoted();
      if (!column.nullable()) {
        checks.add(check(table, rows, column, "not_null", sql + " IS NULL"));
      }
      if (!column.allowed().isEmpty()) {
        checks.add(
            check(table, rows, column, "allowed", sql + " NOT IN (" + allowed(column) + ")"));
      }
      String outside = outside(column);
      if (!outside.isEmpty()) {
        checks.add(check(table, rows, column, "range", outside));
      }
      if (column.expectZero()) {
        checks.add(expectZero(table, rows, column));
      }
      if (!column.references().isEmpty()) {
        checks.add(references(table, rows, column));
      }
    }
    return List.copyOf(checks);
  }

  private static QualityCheck uniqueKey(TableSpec<?> table, String rows) {
    String sql =
        "SELECT COALESCE(SUM(n), 0) AS checked, COALESCE(SUM(n - 1), 0) AS failures"
            + " FROM (SELECT COUNT(*) AS n FROM "
            + rows
            + " AS t GROUP BY "
            + table.quotedKey()
            + ") AS keys";
    return new QualityCheck(table.id(), "*", "unique_key", Severity.FAIL, sql);
  }

  private static QualityCheck check(
      TableSpec<?> table, String rows, ColumnSpec column, String check, String failing) {
    return new QualityCheck(
        table.id(), column.name(), check, Severity.FAIL, counting(rows, failing));
  }

  // The table is right, but says that something in the data is not.
  private static QualityCheck expectZero(TableSpec<?> table, String rows, ColumnSpec column) {
    String sql = counting(rows, column.quoted() + " <> 0");
    return new QualityCheck(table.id(), column.name(), "expect_zero", Severity.WARN, sql);
  }

  private static String counting(String rows, String failing) {
    return "SELECT COUNT(*) AS checked, " + count(failing) + " FROM " + rows + " AS t";
  }

  // A missing parent is a warning: its producer may be late, or absent in an import.
  private static QualityCheck references(TableSpec<?> table, String rows, ColumnSpec column) {
    int dot = column.references().lastIndexOf('.');
    String parent = column.references().substring(0, dot);
    String parentColumn = column.references().substring(dot + 1);
    String sql =
        "SELECT COUNT(*) AS checked, "
            + count("child." + column.quoted() + " IS NOT NULL AND parent.id IS NULL")
            + " FROM "
            + rows
            + " AS child LEFT JOIN (SELECT DISTINCT "
            + parentColumn
            + " AS id FROM "
            + parent
            + ") AS parent ON child."
            + column.quoted()
            + " = parent.id";
    return new QualityCheck(table.id(), column.name(), "references", Severity.WARN, sql);
  }

  private static String count(String failing) {
    return "COALESCE(SUM(CASE WHEN " + failing + " THEN 1 ELSE 0 END), 0) AS failures";
  }

  private static String outside(ColumnSpec column) {
    List<String> conditions = new ArrayList<>();
    if (column.min() != Double.NEGATIVE_INFINITY) {
      conditions.add(column.quoted() + " < " + number(column.min()));
    }
    if (column.max() != Double.POSITIVE_INFINITY) {
      conditions.add(column.quoted() + " > " + number(column.max()));
    }
    if (!column.notBefore().equals(LocalDate.MIN)) {
      conditions.add(column.quoted() + " < " + startOf(column, column.notBefore()));
    }
    if (!column.notAfter().equals(LocalDate.MAX)) {
      conditions.add(column.quoted() + " >= " + startOf(column, column.notAfter().plusDays(1)));
    }
    return String.join(" OR ", conditions);
  }

  private static String startOf(ColumnSpec column, LocalDate day) {
    String date = "DATE '" + day + "'";
    return column.type() == ColumnType.DATE ? date : "CAST(" + date + " AS TIMESTAMP)";
  }

  private static String number(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  private static String allowed(ColumnSpec column) {
    return column.allowed().stream().map(v -> "'" + v + "'").collect(Collectors.joining(", "));
  }
}
