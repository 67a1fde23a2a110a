package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.ListedRows;
import io.growthline.warehouse.Row;
import java.util.List;
import java.util.function.UnaryOperator;

/** All experiments, how long they still take, and what to do. */
public final class Experiments implements Section {
  /** For a page that shows one of them. */
  public static final Experiments CHOOSABLE =
      new Experiments(
          column ->
              column.linked(
                  row ->
                      "/experiments?"
                          + ExperimentChoice.PARAMETER
                          + "="
                          + Links.encoded(row.text("experiment_id"))));

  /** For a report. */
  public static final Experiments LISTED = new Experiments(UnaryOperator.identity());

  private static final String ROWS =
      "SELECT e.*, r.metric, r.kind, r.effect, r.lower, r.upper FROM marts.experiments AS e"
          + " LEFT JOIN marts.experiment_results AS r ON r.experiment_id = e.experiment_id"
          + " AND r.role = 'primary' AND r.dimension = 'all' AND r.arm = e.memo_arm"
          + " ORDER BY e.experiment_id";

  private final UnaryOperator<Column> name;

  private Experiments(UnaryOperator<Column> name) {
    this.name = name;
  }

  @Override
  public String id() {
    return "experiments";
  }

  @Override
  public String title() {
    return "Experiments";
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Row> rows = source.query(ROWS);
    return List.of(
        new Sentence(
            "What chance gave to some customers and not to others, and so what a change causes."
                + " Ship: the primary metric is better and no guardrail is breached. Hold: one is,"
                + " or the result is invalid. Iterate: wait, or change it."),
        Grid.of(
                "experiments",
                title(),
                new ListedRows(rows),
                List.of(
                    name.apply(Column.of("experiment_id", "Experiment", Format.TITLE))
                        .over("owner", Format.TEXT),
                    Column.of("memo", "Memo", Format.STATUS),
                    Column.of("exposed", "Customers", Format.COUNT),
                    Column.words("arms", "By arm", Experiments::arms),
                    Column.of("days_run", "Days run", Format.COUNT),
                    Column.of("days_left", "Days left", Format.COUNT),
                    Column.of("primary_metric", "Primary metric", Format.TITLE),
                    Column.number(
                        "effect", "Effect", row -> ExperimentChoice.change(source, row, "effect")),
                    Column.composed(
                        "Interval",
                        row -> ExperimentChoice.interval(source, row, "lower", "upper")),
                    Column.of("memo_reason", "Why", Format.SENTENCE)))
            .orElse("There are no customers, or no experiment is declared."));
  }

  private static String arms(Row row) {
    String[] names = row.text("arms").split(", ");
    String[] counts = row.text("exposed_by_arm").split(", ");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < names.length; i++) {
      text.append(i == 0 ? "" : ", ")
          .append(names[i].replace('_', ' '))
          .append(' ')
          .append(Format.COUNT.text(Long.valueOf(counts[i])));
    }
    return text.toString();
  }
}
