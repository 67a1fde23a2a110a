package io.growthline.domain.contract;

import static io.growthline.domain.contract.QualityCheck.ALLOWED;
import static io.growthline.domain.contract.QualityCheck.EXPECT_ZERO;
import static io.growthline.domain.contract.QualityCheck.NOT_NULL;
import static io.growthline.domain.contract.QualityCheck.RANGE;
import static io.growthline.domain.contract.QualityCheck.REFERENCES;
import static io.growthline.domain.contract.QualityCheck.UNIQUE_KEY;

import io.growthline.domain.contract.QualityCheck.Severity;
import java.util.ArrayList;
import java.util.List;

/** Derives from a contract the checks that its table must pass. */
public final class QualityChecks {
  private QualityChecks() {}

  /** All checks of a table: the key first, then the columns in order. */
  public static List<QualityCheck> of(TableSpec<?> table) {
    List<QualityCheck> checks = new ArrayList<>();
    checks.add(new QualityCheck(table.id(), "*", UNIQUE_KEY, Severity.FAIL));
    for (ColumnSpec column : table.columns()) {
      if (!column.nullable()) {
        checks.add(check(table, column, NOT_NULL, Severity.FAIL));
      }
      if (!column.allowed().isEmpty()) {
        checks.add(check(table, column, ALLOWED, Severity.FAIL));
      }
      if (column.limited()) {
        checks.add(check(table, column, RANGE, Severity.FAIL));
      }
      if (column.expectZero()) {
        // The table is right, but says that something in the data is not.
        checks.add(check(table, column, EXPECT_ZERO, Severity.WARN));
      }
      if (!column.references().isEmpty()) {
        // A missing parent is a warning: its producer may be late, or absent in an import.
        checks.add(check(table, column, REFERENCES, Severity.WARN));
      }
    }
    return List.copyOf(checks);
  }

  private static QualityCheck check(
      TableSpec<?> table, ColumnSpec column, String check, Severity severity) {
    return new QualityCheck(table.id(), column.name(), check, severity);
  }
}
