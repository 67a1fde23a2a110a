package io.growthline.pages;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages and reports print amounts in the currency that the tables are in, and in no other. */
class CurrencyTest {
  @TempDir Path directory;

  @Test
  void aBankInEurosSeesEuros() {
    Tables tables = in("EUR");
    String all = everything(tables);

    assertThat(Report.STANDARD.markdown(tables, "run-1"), containsString("grew 10.0% to €11,000"));
    assertThat(
        Report.STANDARD.markdown(tables, "run-1"), containsString("| Best 1 | All | €12.00 |"));
    assertThat(all, containsString("each spent €12.50."));
    assertThat(
        all,
        containsString(
            "\"unit\":{\"name\":\"minor\",\"money\":{\"currency\":\"EUR\",\"sign\":\"€\",\"digits\":2}}"));
    assertThat(all, not(containsString("£")));
  }

  @Test
  void aBankInYenSeesYenWithoutMinorDigits() {
    Tables tables = in("JPY");
    String all = everything(tables);

    assertThat(
        Report.STANDARD.markdown(tables, "run-1"),
        containsString("grew 10.0% to JPY\u00a01,100,000"));
    assertThat(
        Report.STANDARD.markdown(tables, "run-1"),
        containsString("| Best 1 | All | JPY\u00a01,200 |"));
    assertThat(all, containsString("each spent JPY\u00a01,250."));
    assertThat(all, containsString("JPY\u00a04,000"));
    assertThat(all, not(containsString("£")));
  }

  @Test
  void whereNoDataNameACurrencyAmountsHaveNoSign() {
    String all = everything(PublishedFixture.of(directory, without()));

    assertThat(all, containsString("each spent 12.50."));
    assertThat(all, not(containsString("£")));
  }

  private Tables in(String currency) {
    List<String> rows = new ArrayList<>(without());
    rows.add("INSERT INTO marts.dim_currency VALUES ('GBP', false, 2, 1)");
    rows.add("INSERT INTO marts.dim_currency VALUES ('" + currency + "', true, 2, 900)");
    Tables tables = PublishedFixture.of(directory, rows);
    assertThat(tables.money().currency(), is(currency));
    return tables;
  }

  private static List<String> without() {
    return PublishedFixture.rows().stream()
        .filter(row -> !row.contains("marts.dim_currency"))
        .toList();
  }

  /** All pages, and the report in both forms. */
  private static String everything(Tables tables) {
    return Stream.concat(
            Pages.routed().stream()
                .map(
                    page -> Site.page(page, new Source(tables, Map.of("id", "c000001"), Map.of()))),
            Stream.of(
                Report.STANDARD.markdown(tables, "run-1"), Report.STANDARD.html(tables, "run-1")))
        .reduce("", String::concat);
  }
}
