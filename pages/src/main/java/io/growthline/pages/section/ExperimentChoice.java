package io.growthline.pages.section;

import io.growthline.pages.Format;
import io.growthline.pages.Names;
import io.growthline.pages.Notation;
import io.growthline.pages.Source;
import io.growthline.pages.Unit;
import io.growthline.pages.UnknownChoiceException;
import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The experiment that a page is asked for, and how its numbers are written. */
final class ExperimentChoice {
  static final String PARAMETER = "experiment";

  private ExperimentChoice() {}

  /**
   * The experiment of the address, else the one that was last exposed; empty where there is none.
   *
   * @throws UnknownChoiceException when the address names one that does not exist
   */
  static Optional<Row> chosen(Source source) {
    List<Row> all =
        source.query(
            "SELECT * FROM marts.experiments ORDER BY CASE WHEN memo IS NULL THEN 1 ELSE 0 END,"
                + " experiment_id");
    String asked = source.asked(PARAMETER);
    if (asked.isEmpty()) {
      return all.stream().findFirst();
    }
    return Optional.of(
        all.stream()
            .filter(row -> row.text("experiment_id").equals(asked))
            .findFirst()
            .orElseThrow(
                () ->
                    new UnknownChoiceException(
                        PARAMETER,
                        asked,
                        all.stream().map(row -> row.text("experiment_id")).toList())));
  }

  /** Results of an experiment, of all customers or by segment. */
  static List<Row> results(Source source, Row experiment, String condition) {
    return source.query(
        "SELECT * FROM marts.experiment_results WHERE experiment_id = @id AND "
            + condition
            + " ORDER BY CASE role WHEN 'primary' THEN 0 WHEN 'secondary' THEN 1 ELSE 2 END,"
            + " metric, arm, dimension, value",
        Map.of("id", experiment.text("experiment_id")));
  }

  /** How the mean of a metric is written. */
  static String mean(Source source, Row row, String column) {
    return notation(source, row).text(row.get(column));
  }

  /** A change of the mean: points of a share. */
  static String change(Source source, Row row, String column) {
    if (row.get(column) == null) {
      return Format.NONE;
    }
    double change = row.number(column);
    String sign = change > 0 ? "+" : "";
    return isShare(row)
        ? sign + Format.DECIMAL_2.text(change * 100) + " pt"
        : sign + notation(source, row).text(change);
  }

  /** An interval of changes. */
  static String interval(Source source, Row row, String lower, String upper) {
    return row.get(lower) == null
        ? Format.NONE
        : change(source, row, lower) + " to " + change(source, row, upper);
  }

  /** The unit of a metric, for axes. */
  static Unit unit(Source source, Row row) {
    return source.unit(isShare(row) ? "share" : isMoney(row) ? "minor" : "number");
  }

  private static Notation notation(Source source, Row row) {
    return isShare(row)
        ? Format.PERCENT
        : isMoney(row) ? source.amounts().exact() : Format.DECIMAL_3;
  }

  private static boolean isShare(Row row) {
    return "proportion".equals(row.get("kind"));
  }

  private static boolean isMoney(Row row) {
    return row.text("metric").endsWith("_minor");
  }

  /** What the line of an effect shows, for those who cannot see it. */
  static String intervalLabel(Row row) {
    return "Interval of " + Names.title(row.text("metric")) + ", " + row.text("arm");
  }
}
