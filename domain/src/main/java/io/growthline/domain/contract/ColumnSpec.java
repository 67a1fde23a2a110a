package io.growthline.domain.contract;

import java.time.LocalDate;
import java.util.List;

/**
 * One column of a contract.
 *
 * @param name snake case
 * @param type warehouse type
 * @param nullable whether null is allowed
 * @param description meaning
 * @param unit unit, empty for none
 * @param pii whether it identifies a person
 * @param allowed closed set of values, empty when open
 * @param min smallest allowed number
 * @param max largest allowed number
 * @param notBefore first allowed day of a date or time, {@link LocalDate#MIN} when open
 * @param notAfter last allowed day of a date or time, {@link LocalDate#MAX} when open
 * @param expectZero whether any number but 0 is worth a warning
 * @param references {@code dataset.table.column}, empty for none
 */
public record ColumnSpec(
    String name,
    ColumnType type,
    boolean nullable,
    String description,
    String unit,
    boolean pii,
    List<String> allowed,
    double min,
    double max,
    LocalDate notBefore,
    LocalDate notAfter,
    boolean expectZero,
    String references) {

  /** The name in SQL of BigQuery and DuckDB, where it can be a word of the language. */
  public String quoted() {
    return "`" + name + "`";
  }

  /** Whether numbers, days or times are bounded. */
  public boolean limited() {
    return min != Double.NEGATIVE_INFINITY
        || max != Double.POSITIVE_INFINITY
        || !notBefore.equals(LocalDate.MIN)
        || !notAfter.equals(LocalDate.MAX);
  }

  /** The begin of a day, UTC, as SQL of BigQuery and DuckDB that this column is compared with. */
  public String startOf(LocalDate day) {
    String date = "DATE '" + day + "'";
    return type == ColumnType.DATE ? date : "CAST(" + date + " AS TIMESTAMP)";
  }
}
