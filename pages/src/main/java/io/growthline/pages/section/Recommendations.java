package io.growthline.pages.section;

import io.growthline.domain.decision.Recommendation;
import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Names;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Filter;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.Preset;
import io.growthline.pages.grid.SqlRows;
import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Map;

/** What may be changed for groups of customers, the most urgent first. */
public final class Recommendations implements Section {
  private static final List<String> EFFORTS = List.of("low", "medium", "high");

  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT *, CASE effort WHEN 1 THEN 'low' WHEN 2 THEN 'medium' ELSE 'high' END"
              + " AS effort_band FROM scores.recommendations",
          "priority DESC NULLS LAST, recommendation",
          Map.of());

  @Override
  public String id() {
    return "recommendations";
  }

  @Override
  public String title() {
    return "Recommendations for groups";
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(finding(source)),
        new Sentence(
            "Priority is impact × confidence / effort; impact is severity × the share of all value at"
                + " stake that the group holds. Groups overlap, so rows do not add up. Severity,"
                + " confidence and effort are assumptions."),
        Grid.of(
                "recommendations",
                title(),
                ROWS,
                List.of(
                    Column.of("action", "What to do", Format.TEXT).over("evidence", Format.TEXT),
                    Column.of("owner", "Owner", Format.TITLE),
                    Column.of("band", "Urgency", Format.STATUS),
                    Column.of("priority", "Priority", Format.DECIMAL_3),
                    Column.of("impact", "Impact", Format.DECIMAL_3),
                    Column.of("confidence", "Confidence", Format.PERCENT),
                    Column.of("effort_band", "Effort", Format.TITLE),
                    Column.of("customers", "Customers", Format.COUNT),
                    Column.of("at_stake_minor", "At stake", source.amounts().whole())))
            .filteredBy(
                Filter.allowed(Recommendation.class, "band", "Urgency"),
                owners(source),
                new Filter("effort_band", "Effort", EFFORTS))
            .withPresets(
                List.of(
                    new Preset("All", Map.of()),
                    new Preset("Urgent", Map.of("band", "high")),
                    new Preset("Little effort", Map.of("effort_band", "low"))))
            .orElse("Nothing is recommended: there is no plan yet."));
  }

  private static Filter owners(Source source) {
    return new Filter(
        "owner",
        "Owner",
        source.query("SELECT DISTINCT owner FROM scores.recommendations ORDER BY owner").stream()
            .map(row -> row.text("owner"))
            .toList());
  }

  private static String finding(Source source) {
    return source
        .query(
            "SELECT * FROM scores.recommendations WHERE priority > 0"
                + " ORDER BY priority DESC, recommendation LIMIT 1")
        .stream()
        .findFirst()
        .map(row -> first(source, row))
        .orElse("No group of customers is known to have value at stake.");
  }

  private static String first(Source source, Row row) {
    return "First of all: %s %s answers for it. Of %s at stake in all, %s is in this group of %s customers."
        .formatted(
            row.text("action"),
            Names.title(row.text("owner")),
            source.amounts().whole().text(row.get("all_at_stake_minor")),
            source.amounts().whole().text(row.get("at_stake_minor")),
            Format.COUNT.text(row.get("customers")));
  }
}
