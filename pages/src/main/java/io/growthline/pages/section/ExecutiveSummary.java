package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Names;
import io.growthline.pages.Points;
import io.growthline.pages.Points.Point;
import io.growthline.pages.Section;
import io.growthline.pages.Source;
import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a reader without time must know, each sentence computed from the tables. */
public final class ExecutiveSummary implements Section {
  private static final int NAMED = 5;

  @Override
  public String id() {
    return "summary";
  }

  @Override
  public String title() {
    return "Executive summary";
  }

  @Override
  public List<Block> blocks(Source source) {
    Gates.Overall gates = Gates.overall(source);
    return List.of(
        new Points(
            List.of(
                new Point("Business health", health(source)),
                new Point("What moved most", LargestChange.words(source)),
                new Point("Targets", targets(source)),
                new Point("Money lost", Leakage.finding(source)),
                new Point(
                    "Release",
                    gates.verdict().equals("none")
                        ? gates.explanation()
                        : "The verdict is %s. %s".formatted(gates.words(), gates.explanation())),
                new Point("Data at risk", atRisk(source)))));
  }

  private static String health(Source source) {
    List<Row> domains =
        source.query(
            "SELECT domain, score, status, missing FROM monitoring.business_health"
                + " WHERE domain <> 'overall' ORDER BY score NULLS LAST, domain");
    String missing =
        domains.stream()
            .filter(row -> row.get("missing") != null)
            .map(row -> Names.title(row.text("domain")) + " lacks " + row.text("missing"))
            .collect(Collectors.joining("; "));
    String weakest =
        domains.isEmpty() || domains.get(0).get("score") == null
            ? ""
            : " Weakest is %s with %s, %s."
                .formatted(
                    Names.title(domains.get(0).text("domain")).toLowerCase(Locale.ROOT),
                    Format.POINTS.text(domains.get(0).get("score")),
                    domains.get(0).text("status"));
    return BusinessHealth.finding(source)
        + weakest
        + (missing.isEmpty() ? "" : " Missing inputs: " + missing + ".");
  }

  private static String targets(Source source) {
    List<Row> metrics =
        source.query(
            "SELECT metric, value, unit, target, status FROM monitoring.metric_health"
                + " ORDER BY metric");
    if (metrics.isEmpty()) {
      return "No metric has been judged yet.";
    }
    List<Row> bad = with("bad", metrics);
    List<Row> warn = with("warn", metrics);
    List<Row> met = with("ok", metrics);
    int unknown = with("unmapped", metrics).size() + with("withheld", metrics).size();
    return "%d of %d metrics with a target and a value meet it.%s%s%s"
        .formatted(
            met.size(),
            met.size() + bad.size() + warn.size(),
            missed(source, "Far off", bad),
            missed(source, "Slightly off", warn),
            unknown == 0
                ? ""
                : unknown == 1
                    ? " 1 metric has no value, so nothing is said of it."
                    : " %d metrics have no value, so nothing is said of them.".formatted(unknown));
  }

  private static List<Row> with(String status, List<Row> metrics) {
    return metrics.stream().filter(row -> row.text("status").equals(status)).toList();
  }

  private static String missed(Source source, String how, List<Row> metrics) {
    return metrics.isEmpty()
        ? ""
        : " "
            + how
            + " are: "
            + metrics.stream()
                .limit(NAMED)
                .map(
                    row ->
                        Names.metric(row.text("metric"))
                            + " ("
                            + source.unit(row.text("unit")).text(row.get("value"))
                            + ")")
                .collect(Collectors.joining(", "))
            + (metrics.size() > NAMED ? " and %d more".formatted(metrics.size() - NAMED) : "")
            + ".";
  }

  private static String atRisk(Source source) {
    List<Row> tables =
        source.query(
            "SELECT table_name, status, business_risk FROM monitoring.data_quality_scores"
                + " ORDER BY overall NULLS LAST, table_name");
    if (tables.isEmpty()) {
      return "The quality of the data has not been judged yet.";
    }
    List<Row> risks = tables.stream().filter(row -> row.get("business_risk") != null).toList();
    List<String> unknown =
        tables.stream()
            .filter(row -> row.text("status").equals("withheld"))
            .map(row -> row.text("table_name"))
            .toList();
    return (risks.isEmpty()
            ? "No table is at risk."
            : risks.stream()
                    .limit(NAMED)
                    .map(
                        row ->
                            "%s is %s: %s"
                                .formatted(
                                    row.text("table_name"),
                                    row.text("status"),
                                    row.text("business_risk")))
                    .collect(Collectors.joining(" "))
                + (risks.size() > NAMED
                    ? " %d more tables are at risk.".formatted(risks.size() - NAMED)
                    : ""))
        + (unknown.isEmpty() ? "" : " Nothing can be said of " + String.join(", ", unknown) + ".");
  }
}
