package io.growthline.pages;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of CONTRIBUTING.md: one class, on a page and in a report. */
class ExampleSectionTest {
  @TempDir Path directory;

  static final class Regions implements Section {
    private static final SqlRows ROWS =
        new SqlRows(
            "SELECT region, COUNT(*) AS customers FROM marts.customer_360_profile GROUP BY region",
            "customers DESC, region",
            Map.of());

    @Override
    public String id() {
      return "regions";
    }

    @Override
    public String title() {
      return "Where customers live";
    }

    @Override
    public List<Block> blocks(Source source) {
      return List.of(
          new Sentence("Customers by region of residence."),
          Grid.of(
                  "regions",
                  title(),
                  ROWS,
                  List.of(
                      Column.of("region", "Region", Format.TEXT),
                      Column.of("customers", "Customers", Format.COUNT)))
              .orElse("There are no customers yet."));
    }
  }

  private static final Page PAGE =
      Page.of("/regions", "Regions", "Where customers live.", new Regions());

  @Test
  void aSectionIsRenderedOnAPage() {
    Source source = Source.of(PublishedFixture.full(directory));
    assertThat(
        Site.page(PAGE, source),
        allOf(
            containsString("<h1>Regions</h1>"),
            containsString("id=\"regions-title\""),
            containsString("North"),
            containsString("aria-sort=\"none\"")));
    assertThat(
        Site.csv(PAGE, source, "regions"), is("region,customers\r\nNorth,250\r\nSouth,250\r\n"));
  }

  @Test
  void theSameSectionStandsInAReport() {
    Report report = new Report("Regions", source -> "Two regions.", List.of(new Regions()));
    Tables full = PublishedFixture.full(directory);
    assertThat(report.html(full, "run-1"), containsString("Where customers live"));
    assertThat(
        report.markdown(full, "run-1"),
        containsString(
            "## Where customers live\n\nCustomers by region of residence.\n\n"
                + "| Region | Customers |\n|---|---:|\n| North | 250 |\n| South | 250 |"));
  }

  @Test
  void withoutRowsItSaysSo() {
    Source empty = Source.of(PublishedFixture.empty(directory));
    assertThat(Site.page(PAGE, empty), containsString("There are no customers yet."));
  }
}
