package io.growthline.pages.chart;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.money.Money;
import io.growthline.pages.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartTest {
  private static final Unit SHARE = Unit.of("share");
  private static final Unit NUMBER = Unit.of("");
  private static final Unit POUNDS = new Unit("minor", Money.of("GBP"));
  private static final Pattern TEXT =
      Pattern.compile(
          "<text class=\"axis (\\w+)[ \\w]*\" x=\"([-\\d.]+)\" y=\"([-\\d.]+)\">([^<]*)<");
  private static final double CHARACTER = 6.6;

  @Test
  void allTicksOfAnAxisHaveTheSameDigits() {
    assertThat(Axis.of(0, 0.27, SHARE).labels(), contains("0%", "10%", "20%", "30%"));
    assertThat(Axis.of(0, 0.04, SHARE).labels(), contains("0%", "1%", "2%", "3%", "4%"));
    assertThat(Axis.of(0, 0.012, SHARE).labels(), contains("0.0%", "0.5%", "1.0%", "1.5%"));
    assertThat(
        Axis.of(0, 2_000_000, POUNDS).labels(),
        contains("£0", "£5,000", "£10,000", "£15,000", "£20,000"));
    assertThat(
        Axis.of(-5, 5, Unit.of("points")).labels(), contains("−6", "−4", "−2", "0", "2", "4", "6"));
  }

  @Test
  void anAxisOfMoneyHasTheDigitsOfItsCurrency() {
    Unit euros = new Unit("minor", Money.of("EUR"));
    Unit yen = new Unit("minor", Money.of("JPY"));

    assertThat(
        Axis.of(0, 200, euros).labels(), contains("€0.00", "€0.50", "€1.00", "€1.50", "€2.00"));
    assertThat(
        Axis.of(0, 2_000, yen).labels(),
        contains(
            "JPY\u00a00", "JPY\u00a0500", "JPY\u00a01,000", "JPY\u00a01,500", "JPY\u00a02,000"));
    assertThat(Axis.of(0, 0, yen).labels(), contains("JPY\u00a00", "JPY\u00a01"));
    assertThat(
        "no step below a minor unit",
        Axis.of(0, 2, yen).labels(),
        contains("JPY\u00a00", "JPY\u00a01", "JPY\u00a02"));
  }

  @Test
  void noLabelIsCutOffAtAnEdge() {
    List<LineChart.Point> months =
        IntStream.range(0, 24)
            .mapToObj(i -> LineChart.Point.of("Jan 2025", 123_456_789.0 * (i + 1)))
            .toList();
    LineChart line = new LineChart("Revenue", months, POUNDS);
    labelsAreInside(line.svg(760, 320), 760);
    labelsAreInside(line.svg(400, 260), 400);
    labelsAreInside(
        new Reliability(
                "Churn",
                List.of(new Reliability.Bin(0.01, 0.02, 5), new Reliability.Bin(0.9, 1, 5)))
            .svg(),
        340);
    labelsAreInside(
        new Waterfall(
                "Revenue",
                List.of(
                    Waterfall.Step.total("Opening", 123_456_789),
                    Waterfall.Step.change("New", 1_234_567),
                    Waterfall.Step.change("Expansion", 1_234_567),
                    Waterfall.Step.change("Reactivation", 1_234_567),
                    Waterfall.Step.change("Contraction", -1_234_567),
                    Waterfall.Step.change("Churn", -123_456_789),
                    Waterfall.Step.total("Closing", 3_703_701)),
                POUNDS)
            .svg(),
        760);
    labelsAreInside(
        new Funnel(
                "Onboarding",
                List.of(
                    new Funnel.Step("Application submitted", 123_456, false),
                    new Funnel.Step("Identity approved", 100_000, true)))
            .svg(),
        760);
    labelsAreInside(courses(70).svg(), 760);
  }

  private static Courses courses(int weeks) {
    return new Courses(
        "Active customers",
        IntStream.range(0, weeks).mapToObj(i -> "Jan 2025").toList(),
        List.of(
            new Courses.Course(
                "a", Courses.Form.LINE, IntStream.range(0, weeks).mapToObj(i -> 1.0 * i).toList()),
            new Courses.Course(
                "b",
                Courses.Form.COLUMN,
                IntStream.range(0, weeks).mapToObj(i -> i % 2 == 0 ? -3.0 : null).toList())),
        NUMBER);
  }

  @Test
  void changesOfAWaterfallStandOnWhatCameBefore() {
    String svg =
        new Waterfall(
                "Revenue",
                List.of(
                    Waterfall.Step.total("Opening", 100),
                    Waterfall.Step.change("New", 50),
                    Waterfall.Step.change("Churn", -30),
                    Waterfall.Step.total("Closing", 120)),
                Unit.of("points"))
            .svg();
    List<double[]> columns =
        Pattern.compile(
                "<rect class=\"[^\"]*\" x=\"[-\\d.]+\" y=\"([-\\d.]+)\" width=\"[-\\d.]+\" height=\"([\\d.]+)\">")
            .matcher(svg)
            .results()
            .limit(4)
            .map(r -> new double[] {Double.parseDouble(r.group(1)), Double.parseDouble(r.group(2))})
            .toList();
    double ground = columns.get(0)[0] + columns.get(0)[1];
    double opening = columns.get(0)[0];
    double grown = columns.get(1)[0];
    assertThat(columns.get(1)[0] + columns.get(1)[1], closeTo(opening, 0.11));
    assertThat(columns.get(2)[0], closeTo(grown, 0.11));
    assertThat(columns.get(2)[0] + columns.get(2)[1], closeTo(columns.get(3)[0], 0.11));
    assertThat(columns.get(3)[0] + columns.get(3)[1], closeTo(ground, 0.11));
    assertThat(svg, containsString("Churn: −30"));
  }

  @Test
  void changesThatWouldBeSliversGetAScaleThatSaysItDoesNotBeginAtZero() {
    Waterfall small =
        new Waterfall(
            "Revenue",
            List.of(
                Waterfall.Step.total("Opening", 704_009),
                Waterfall.Step.change("New", 33_558),
                Waterfall.Step.change("Churn", -30_965),
                Waterfall.Step.total("Closing", 706_602)),
            POUNDS);
    assertThat(small.svg(), containsString("The scale begins at £6,800, not at 0."));
    assertThat(height(small, "New: +£336"), greaterThanOrEqualTo(50.0));

    Waterfall large =
        new Waterfall(
            "Revenue",
            List.of(
                Waterfall.Step.total("Opening", 100_000),
                Waterfall.Step.change("New", 50_000),
                Waterfall.Step.total("Closing", 150_000)),
            POUNDS);
    assertThat(large.svg(), not(containsString("The scale begins")));
  }

  /** Of the first column with a title. */
  private static double height(Chart chart, String title) {
    return Pattern.compile("height=\"([\\d.]+)\"><title>" + Pattern.quote(title))
        .matcher(chart.svg())
        .results()
        .mapToDouble(r -> Double.parseDouble(r.group(1)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void columnsOfSeveralCoursesStackAwayFromZeroAndMissingValuesBreakALine() {
    Courses movements =
        new Courses(
            "Movements",
            List.of("a", "b", "c"),
            List.of(
                new Courses.Course("new", Courses.Form.COLUMN, List.of(3.0, 3.0, 0.0)),
                new Courses.Course("more", Courses.Form.COLUMN, List.of(1.0, 0.0, 0.0)),
                new Courses.Course("lost", Courses.Form.COLUMN, List.of(-2.0, 0.0, 0.0)),
                new Courses.Course("net", Courses.Form.LINE, Arrays.asList(2.0, null, 0.0))),
            NUMBER);
    String svg = movements.svg();
    assertThat(svg, containsString("a, more: 1"));
    assertThat(
        svg.split("<path class=\"line c3\"")[1]
            .split("/>")[0]
            .chars()
            .filter(c -> c == 'M')
            .count(),
        is(2L));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Courses(
                "",
                List.of("a"),
                List.of(new Courses.Course("x", Courses.Form.LINE, List.of(1.0, 2.0))),
                NUMBER));
  }

  @Test
  void aFunnelNamesWhereMostAreLost() {
    String svg =
        new Funnel(
                "Onboarding",
                List.of(
                    new Funnel.Step("Applied", 200, false), new Funnel.Step("Funded", 50, true)))
            .svg();
    assertThat(svg, containsString("Funded 50, 25.0%, most are lost before it"));
    assertThat(svg, containsString("50 · 25.0% (−75.0%)"));
  }

  private static void labelsAreInside(String svg, double width) {
    for (MatchResult label : TEXT.matcher(svg).results().toList()) {
      double length = label.group(4).length() * CHARACTER;
      double x = Double.parseDouble(label.group(2));
      double left =
          switch (label.group(1)) {
            case "start" -> x;
            case "end" -> x - length;
            default -> x - length / 2;
          };
      double right = left + length;
      assertThat(svg, left, greaterThanOrEqualTo(-1.0));
      assertThat(svg, right, lessThanOrEqualTo(width + 1));
    }
  }

  @Test
  void aSparklineReachesBothSidesOfItsPlace() {
    String svg = new Sparkline(List.of(1.0, 3.0, 2.0), "Up and down").svg();
    assertThat(svg, containsString("preserveAspectRatio=\"none\""));
    assertThat(svg, containsString("d=\"M0.0 33.0L80.0 3.0L160.0 18.0\""));
  }

  @Test
  void everyChartSaysInWordsWhatItShows() {
    for (Chart chart :
        List.of(
            new Sparkline(List.of(1.0, 2.0), "a \"quoted\" <label>"),
            new Bar(0.5, "accent", "a \"quoted\" <label>"),
            new Whisker(-1, 0, 1, -2, 2, "a \"quoted\" <label>"),
            new Waterfall("a \"quoted\" <label>", List.of(Waterfall.Step.total("a", 1)), NUMBER),
            new Funnel("a \"quoted\" <label>", List.of(new Funnel.Step("a", 1, false))),
            new Reliability("a \"quoted\" <label>", List.of(new Reliability.Bin(0.1, 0.1, 9))),
            new LineChart(
                "a \"quoted\" <label>",
                List.of(LineChart.Point.of("a", 1), LineChart.Point.of("b", 2)),
                NUMBER))) {
      assertThat(chart.svg(), containsString("role=\"img\""));
      assertThat(chart.svg(), containsString("aria-label=\"a &quot;quoted&quot; &lt;label&gt;"));
    }
  }

  @Test
  void tooLittleToDrawDrawsNothing() {
    assertThat(new Sparkline(List.of(1.0), "").svg(), is(""));
    assertThat(new LineChart("", List.of(), NUMBER).svg(), is(""));
    assertThat(new Reliability("", List.of()).svg(), is(""));
    assertThat(new Waterfall("", List.of(), NUMBER).svg(), is(""));
    assertThat(new Funnel("", List.of(new Funnel.Step("a", 0, false))).svg(), is(""));
    assertThat(new Courses("", List.of(), List.of(), NUMBER).svg(), is(""));
  }

  @Test
  void aConstantSeriesIsDrawn() {
    assertThat(new Sparkline(List.of(2.0, 2.0), "").svg(), not(containsString("NaN")));
    assertThat(
        new LineChart("", List.of(LineChart.Point.of("a", 0), LineChart.Point.of("b", 0)), NUMBER)
            .svg(),
        not(containsString("NaN")));
  }
}
