package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Drawing;
import io.growthline.pages.Explorer;
import io.growthline.pages.Format;
import io.growthline.pages.Panels;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.Unit;
import io.growthline.pages.chart.Courses;
import io.growthline.pages.chart.Waterfall;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Filter;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import io.growthline.warehouse.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Why recurring revenue is higher or lower than a month ago. */
public final class RevenueMovements implements Section {
  private static final int MONTHS = 18;

  /**
   * What moves revenue; what is lost is below zero.
   *
   * @param key column of the rows
   * @param name for people
   * @param sql of the sum over rows of the mart
   */
  private record Movement(String key, String name, String sql) {}

  private static final List<Movement> MOVEMENTS =
      List.of(
          new Movement("won", "New", "SUM(new_minor)"),
          new Movement("expansion", "Expansion", "SUM(expansion_minor)"),
          new Movement("reactivation", "Reactivation", "SUM(reactivation_minor)"),
          new Movement("contraction", "Contraction", "-SUM(contraction_minor)"),
          new Movement("chosen", "Churn, chosen", "-SUM(churn_chosen_minor)"),
          new Movement(
              "payment_failed", "Churn, payment failed", "-SUM(churn_payment_failed_minor)"),
          new Movement("unknown", "Churn, unknown", "-SUM(churn_unknown_minor)"));

  private static final String SUMS =
      "SUM(opening_minor) AS opening, "
          + String.join(", ", MOVEMENTS.stream().map(m -> m.sql() + " AS " + m.key()).toList())
          + ", SUM(transfer_in_minor) - SUM(transfer_out_minor) AS transfers,"
          + " SUM(closing_minor) AS closing";

  private static final SqlRows GROUPS =
      new SqlRows(
          groups("plan") + " UNION ALL " + groups("income_segment"),
          "dimension DESC, closing DESC, dimension_value",
          Map.of());

  private static String groups(String dimension) {
    return "SELECT '%1$s' AS dimension, %1$s AS dimension_value, %2$s FROM marts.monthly_revenue"
            .formatted(dimension, SUMS)
        + " WHERE month = (SELECT MAX(month) FROM marts.monthly_revenue) GROUP BY "
        + dimension;
  }

  @Override
  public String id() {
    return "movements";
  }

  @Override
  public String title() {
    return "What moved recurring revenue";
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Row> months =
        source.query(
            "SELECT * FROM (SELECT month, "
                + SUMS
                + " FROM marts.monthly_revenue GROUP BY month ORDER BY month DESC LIMIT "
                + MONTHS
                + ") AS newest ORDER BY month");
    if (months.isEmpty()) {
      return List.of(
          new Sentence(
              "No month with subscriptions has ended yet, so there is nothing to explain."));
    }
    Row newest = months.get(months.size() - 1);
    Unit money = source.unit("minor");
    return List.of(
        new Sentence(finding(newest, money)),
        new Panels(
            List.of(
                new Panels.Panel(
                    Format.MONTH.text(newest.get("month")), List.of(waterfall(newest, money))),
                new Panels.Panel("By month", List.of(courses(months, money))))),
        grid(money));
  }

  /** How revenue moved, and what won and lost most of it. */
  static String finding(Row month, Unit money) {
    double opening = month.number("opening");
    double closing = month.number("closing");
    String when = Format.MONTH.text(month.get("month"));
    String moved =
        closing == opening
            ? "In %s recurring revenue stayed at %s.".formatted(when, money.text(closing))
            : "In %s recurring revenue %s by %s to %s."
                .formatted(
                    when,
                    closing > opening ? "rose" : "fell",
                    money.text(Math.abs(closing - opening)),
                    money.text(closing));
    Comparator<Movement> bySize = Comparator.comparingDouble(m -> month.number(m.key()));
    Optional<Movement> most = MOVEMENTS.stream().max(bySize).filter(m -> month.number(m.key()) > 0);
    Optional<Movement> least =
        MOVEMENTS.stream().min(bySize).filter(m -> month.number(m.key()) < 0);
    return Stream.of(
            Optional.of(moved),
            most.map(m -> "Most was won by: " + named(m, month, money) + "."),
            least.map(m -> "Most was lost by: " + named(m, month, money) + "."))
        .flatMap(Optional::stream)
        .reduce((one, other) -> one + " " + other)
        .orElseThrow();
  }

  private static String named(Movement movement, Row month, Unit money) {
    String name = movement.name();
    return Character.toLowerCase(name.charAt(0))
        + name.substring(1)
        + " ("
        + money.text(Math.abs(month.number(movement.key())))
        + ")";
  }

  private static Block waterfall(Row month, Unit money) {
    List<Waterfall.Step> steps = new ArrayList<>();
    steps.add(Waterfall.Step.total("Opening", month.number("opening")));
    MOVEMENTS.stream()
        .filter(movement -> month.number(movement.key()) != 0)
        .forEach(m -> steps.add(Waterfall.Step.change(m.name(), month.number(m.key()))));
    steps.add(Waterfall.Step.total("Closing", month.number("closing")));
    return new Drawing(
        "",
        new Waterfall(
            "Recurring revenue of "
                + Format.MONTH.text(month.get("month"))
                + " from "
                + money.text(month.get("opening"))
                + " to "
                + money.text(month.get("closing")),
            steps,
            money),
        "");
  }

  private static Block courses(List<Row> months, Unit money) {
    if (months.size() < 2) {
      return new Sentence("There are not two months to compare.");
    }
    return new Explorer(
        "",
        new Courses(
            "Movements of recurring revenue by month",
            months.stream().map(row -> Format.MONTH.text(row.get("month"))).toList(),
            List.of(
                course("New", months, "won"),
                course("Expansion and reactivation", months, "expansion", "reactivation"),
                course("Contraction", months, "contraction"),
                course("Churn, chosen or unknown", months, "chosen", "unknown"),
                course("Churn, payment failed", months, "payment_failed")),
            money),
        "");
  }

  private static Courses.Course course(String name, List<Row> months, String... columns) {
    return new Courses.Course(
        name,
        Courses.Form.COLUMN,
        months.stream().map(row -> Stream.of(columns).mapToDouble(row::number).sum()).toList());
  }

  private static Grid grid(Unit money) {
    return Grid.of(
            "movements",
            "Movements by plan and by income segment",
            GROUPS,
            List.of(
                Column.of("dimension_value", "Group", Format.TITLE).over("dimension", Format.TITLE),
                Column.of("opening", "Opening", money.notation()),
                Column.of("won", "New", money.notation()),
                Column.of("expansion", "Expansion", money.notation()),
                Column.of("reactivation", "Reactivated", money.notation()),
                Column.of("transfers", "Moved here", money.notation()),
                Column.of("contraction", "Contraction", money.notation()),
                Column.of("chosen", "Churn, chosen", money.notation()),
                Column.of("payment_failed", "Payment failed", money.notation()),
                Column.of("unknown", "Unknown", money.notation()),
                Column.of("closing", "Closing", money.notation())))
        .filteredBy(new Filter("dimension", "By", List.of("plan", "income_segment")))
        .inPagesOf(8);
  }
}
