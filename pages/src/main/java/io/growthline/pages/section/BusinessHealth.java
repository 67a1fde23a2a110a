package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Place;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.chart.Bar;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Map;

/** One score of the business, and the domains it is made of. */
public final class BusinessHealth implements Section {
  private static final SqlRows DOMAINS =
      new SqlRows(
          "SELECT domain, score, status, missing, weight FROM monitoring.business_health"
              + " WHERE domain <> 'overall'",
          "weight DESC, domain",
          Map.of());

  @Override
  public String id() {
    return "health";
  }

  @Override
  public String title() {
    return "Business health";
  }

  @Override
  public Place place() {
    return Place.HALF;
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(finding(source)),
        Grid.of(
                "health",
                title(),
                DOMAINS,
                List.of(
                    Column.of("domain", "Domain", Format.TITLE),
                    Column.of("score", "Score", Format.POINTS),
                    Column.drawn("Score as a bar", BusinessHealth::bar),
                    Column.of("status", "Status", Format.STATUS),
                    Column.of("missing", "Missing", Format.SENTENCE)))
            .inPagesOf(8)
            .orElse("No domain is judged yet."));
  }

  /** The overall score, and how much of its inputs is there. */
  static String finding(Source source) {
    return source
        .query(
            "SELECT score, status, coverage FROM monitoring.business_health"
                + " WHERE domain = 'overall'")
        .stream()
        .findFirst()
        .map(BusinessHealth::words)
        .orElse("Health is judged when a run has published its metrics.");
  }

  private static String words(Row row) {
    return row.get("score") == null
        ? "Too many inputs are missing for one score."
        : "%s of 100, %s. %s"
            .formatted(
                Format.POINTS.text(row.get("score")),
                row.text("status"),
                row.number("coverage") == 1
                    ? "All inputs are there."
                    : Format.PERCENT.text(row.get("coverage"))
                        + " of the inputs are there; what is missing counts neither way.");
  }

  private static Bar bar(Row row) {
    double score = row.get("score") == null ? 0 : row.number("score");
    String kind = score >= 65 ? "accent" : score >= 50 ? "warn" : "fail";
    return new Bar(score / 100, kind, Format.POINTS.text(row.get("score")) + " of 100");
  }
}
