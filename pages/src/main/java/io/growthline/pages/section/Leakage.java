package io.growthline.pages.section;

import io.growthline.domain.finance.LeakageFinding;
import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Html;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.chart.Bar;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Filter;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import io.growthline.warehouse.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where money of plans is lost, and which invoice or payment shows it. */
public final class Leakage implements Section {
  private static final int RECENT_DAYS = 90;
  private static final SqlRows FINDINGS =
      new SqlRows(
          "SELECT * FROM marts.revenue_leakage",
          "amount_minor DESC, found_on DESC, customer_id, finding_id",
          Map.of());

  // An id is not broken into lines.
  private static final Column EVIDENCE =
      new Column(
          "invoice_id",
          "Evidence",
          false,
          row -> String.join(", ", evidence(row)),
          row ->
              evidence(row).stream()
                  .map(id -> "<span class=\"whole-word\">" + Html.escape(id) + "</span>")
                  .collect(Collectors.joining(", ")),
          true);

  @Override
  public String id() {
    return "leakage";
  }

  @Override
  public String title() {
    return "Leakage";
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(finding(source)),
        Grid.of(
                "leakage",
                "Leakage by kind",
                kinds(source),
                List.of(
                    Column.of("kind", "Kind", Format.TITLE),
                    Column.of("amount_minor", "Amount", source.amounts().whole()),
                    Column.drawn("Share of all leakage as a bar", Leakage::bar),
                    Column.of("of_billed", "Of invoices due", Format.PERCENT),
                    Column.of("recent_minor", "In the last 90 days", source.amounts().whole()),
                    Column.of("findings", "Findings", Format.COUNT),
                    Column.of("customers", "Customers", Format.COUNT)))
            .orElse("No money is known to be lost."),
        new Sentence(
            "Findings, the largest first, each with the invoice, payment or subscription that shows it."),
        Grid.of(
                "leakage-findings",
                "Findings",
                FINDINGS,
                List.of(
                    Column.of("customer_id", "Customer", Format.TEXT).linked(Customers::address),
                    Column.of("kind", "Kind", Format.TITLE),
                    Column.of("amount_minor", "Amount", source.amounts().whole()),
                    Column.of("found_on", "Found on", Format.DAY),
                    EVIDENCE,
                    Column.of("explanation", "Why", Format.SENTENCE)))
            .filteredBy(Filter.allowed(LeakageFinding.class, "kind", "Kind"))
            .inPagesOf(10)
            .orElse("There is no finding."));
  }

  /** How much is lost, against what was billed, and what most of it is. */
  static String finding(Source source) {
    List<Row> kinds = source.query(kinds(source).select(), kinds(source).parameters());
    if (kinds.isEmpty()) {
      return "No money of plans is known to be lost.";
    }
    Row largest =
        kinds.stream()
            .max(
                (one, other) ->
                    Double.compare(one.number("amount_minor"), other.number("amount_minor")))
            .orElseThrow();
    Object ofBilled = largest.get("all_of_billed");
    return "%s of plan revenue was lost since %s%s. The largest kind, %s, lost %s (%s)."
        .formatted(
            source.amounts().whole().text(largest.get("all_minor")),
            Format.MONTH.text(largest.get("first_found")),
            ofBilled == null
                ? "; what was billed is not known"
                : ", " + Format.PERCENT.text(ofBilled) + " of all invoices due",
            Format.TITLE.text(largest.get("kind")).toLowerCase(Locale.ROOT),
            source.amounts().whole().text(largest.get("amount_minor")),
            Format.PERCENT.text(largest.get("of_all")));
  }

  /**
   * What each kind lost, the largest first. Invoices count from 14 days after they are due, as what
   * is lost and as what was billed.
   */
  static SqlRows kinds(Source source) {
    LocalDate asOf = source.tables().asOf();
    return new SqlRows(
        "SELECT k.*, k.amount_minor / a.all_minor AS of_all, a.all_minor, a.first_found,"
            + " k.amount_minor / b.billed_minor AS of_billed,"
            + " a.all_minor / b.billed_minor AS all_of_billed FROM"
            + " (SELECT kind, SUM(amount_minor) AS amount_minor, COUNT(*) AS findings,"
            + " COUNT(DISTINCT customer_id) AS customers,"
            + " SUM(CASE WHEN found_on >= @recent THEN amount_minor ELSE 0 END) AS recent_minor"
            + " FROM marts.revenue_leakage GROUP BY kind) AS k CROSS JOIN"
            + " (SELECT SUM(amount_minor) AS all_minor, MIN(found_on) AS first_found"
            + " FROM marts.revenue_leakage) AS a CROSS JOIN"
            + " (SELECT NULLIF(SUM(value), 0) AS billed_minor FROM marts.kpi_values"
            + " WHERE metric = 'invoices_due_minor' AND dimension = 'all' AND grain = 'month') AS b",
        "amount_minor DESC, kind",
        Map.of("recent", asOf == null ? LocalDate.EPOCH : asOf.minusDays(RECENT_DAYS)));
  }

  /** Share of one kind in all leakage. */
  static Bar bar(Row row) {
    return new Bar(
        row.number("of_all"), "fail", Format.PERCENT.text(row.get("of_all")) + " of all leakage");
  }

  private static List<String> evidence(Row row) {
    return Stream.of("invoice_id", "payment_id", "subscription_id")
        .map(row::get)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .toList();
  }
}
