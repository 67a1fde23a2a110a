package io.growthline.domain.scoring;

import io.growthline.domain.contract.TableSpec;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;

/**
 * Which rows of a table are scored, for a pipeline as a test and for SQL as a condition.
 *
 * @param day column with the day that a row is counted from; null when every row is scored
 * @param fromDays days after which a row is scored
 * @param toDays days after which it is no longer
 */
public record Candidates(String day, int fromDays, int toDays) implements Serializable {
  /** Every row. */
  public static Candidates all() {
    return new Candidates(null, 0, 0);
  }

  /** Rows whose day is at least {@code fromDays} and less than {@code toDays} ago. */
  public static Candidates aged(String day, int fromDays, int toDays) {
    return new Candidates(day, fromDays, toDays);
  }

  /** Whether every row is scored. */
  public boolean everyone() {
    return day == null;
  }

  /** Whether a row is scored as of a day. */
  public <T extends Record> boolean test(TableSpec<T> table, T row, LocalDate asOf) {
    if (everyone()) {
      return true;
    }
    LocalDate from = (LocalDate) table.value(row, table.indexOf(day));
    return !from.plusDays(fromDays).isAfter(asOf) && from.plusDays(toDays).isAfter(asOf);
  }

  /** The same as an SQL condition on the table. */
  public String sql() {
    return everyone() ? "TRUE" : day + " > @first AND " + day + " <= @last";
  }

  /** Values of the parameters of {@link #sql}. */
  public Map<String, Object> parameters(LocalDate asOf) {
    return everyone()
        ? Map.of()
        : Map.of("first", asOf.minusDays(toDays), "last", asOf.minusDays(fromDays));
  }
}
