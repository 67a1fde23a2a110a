package io.growthline.domain.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Checks of one table as one SELECT, in GoogleSQL and in DuckDB, which reads the rows once. Only
 * the columns of the key are read a second time, to be grouped.
 *
 * @param checks what is checked
 * @param sql SELECT of one row: rows checked, day of the newest row before the as-of day (null
 *     where the contract promises none), then the rows that fail each check
 */
public record QualityScan(List<QualityCheck> checks, String sql) {
  /** Checks of all rows of their table. */
  public static QualityScan of(TableSpec<?> table, List<QualityCheck> checks, LocalDate asOf) {
    return scan(table, checks, asOf, table.allRows());
  }

  /**
   * The same checks of the rows of a day of the partition column and of later ones. A key that is
   * repeated in an earlier day is not found.
   */
  public static QualityScan since(
      TableSpec<?> table, List<QualityCheck> checks, LocalDate asOf, LocalDate first) {
    return scan(table, checks, asOf, table.rowsSince(first));
  }

  private static QualityScan scan(
      TableSpec<?> table, List<QualityCheck> checks, LocalDate asOf, String rows) {
    List<String> results = new ArrayList<>();
    results.add("COUNT(*) AS checked");
    results.add(newest(table, asOf) + " AS newest");
    List<String> parents = new ArrayList<>();
    for (QualityCheck check : checks) {
      String name = "failures_" + (results.size() - 2);
      if (check.check().equals(QualityCheck.UNIQUE_KEY)) {
        results.add(repeated(table, rows) + " AS " + name);
      } else {
        ColumnSpec column = table.columns().get(table.indexOf(check.column()));
        String failing = failing(check, column, "parent_" + parents.size());
        results.add("COALESCE(SUM(CASE WHEN " + failing + " THEN 1 ELSE 0 END), 0) AS " + name);
        if (check.check().equals(QualityCheck.REFERENCES)) {
          parents.add(join(column, "parent_" + parents.size()));
        }
      }
    }
    return new QualityScan(
        List.copyOf(checks),
        "SELECT "
            + String.join(", ", results)
            + " FROM "
            + rows
            + " AS t"
            + String.join("", parents));
  }

  private static String newest(TableSpec<?> table, LocalDate asOf) {
    if (table.freshDays().isEmpty()) {
      return "CAST(NULL AS DATE)";
    }
    ColumnSpec column = table.columns().get(table.indexOf(table.partition().orElseThrow()));
    return "CAST(MAX(CASE WHEN %s < %s THEN %s END) AS DATE)"
        .formatted(column.quoted(), column.startOf(asOf), column.quoted());
  }

  private static String repeated(TableSpec<?> table, String rows) {
    return "(SELECT COALESCE(SUM(n - 1), 0) FROM (SELECT COUNT(*) AS n FROM "
        + rows
        + " AS k GROUP BY "
        + table.quotedKey()
        + ") AS keys)";
  }

  private static String failing(QualityCheck check, ColumnSpec column, String parent) {
    String value = column.quoted();
    return switch (check.check()) {
      case QualityCheck.NOT_NULL -> value + " IS NULL";
      case QualityCheck.ALLOWED -> value + " NOT IN (" + allowed(column) + ")";
      case QualityCheck.RANGE -> outside(column);
      case QualityCheck.EXPECT_ZERO -> value + " <> 0";
      case QualityCheck.REFERENCES -> value + " IS NOT NULL AND " + parent + " IS NULL";
      default -> throw new IllegalArgumentException("No SQL for the check " + check);
    };
  }

  // No row is joined twice, so all counts stay those of the table.
  private static String join(ColumnSpec column, String parent) {
    int dot = column.references().lastIndexOf('.');
    String table = column.references().substring(0, dot);
    return " LEFT JOIN (SELECT DISTINCT %s AS %s FROM %s AS p) AS of_%s ON t.%s = %s"
        .formatted(
            column.references().substring(dot + 1),
            parent,
            Contracts.find(table).orElseThrow().allRows(),
            parent,
            column.quoted(),
            parent);
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
      conditions.add(column.quoted() + " < " + column.startOf(column.notBefore()));
    }
    if (!column.notAfter().equals(LocalDate.MAX)) {
      conditions.add(column.quoted() + " >= " + column.startOf(column.notAfter().plusDays(1)));
    }
    return String.join(" OR ", conditions);
  }

  private static String number(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  private static String allowed(ColumnSpec column) {
    return column.allowed().stream().map(v -> "'" + v + "'").collect(Collectors.joining(", "));
  }
}
