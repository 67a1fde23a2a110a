package io.growthline.pages.chart;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartTest {
  private static final Pattern TEXT =
      Pattern.compile("<text class=\"axis (\\w+)\" x=\"([-\\d.]+)\" y=\"([-\\d.]+)\">([^<]*)<");
  private static final double CHARACTER = 6.6;

  @Test
  void allTicksOfAnAxisHaveTheSameDigits() {
    assertThat(Axis.of(0, 0.27, "share").labels(), contains("0%", "10%", "20%", "30%"));
    assertThat(Axis.of(0, 0.04, "share").labels(), contains("0%", "1%", "2%", "3%", "4%"));
    assertThat(Axis.of(0, 0.012, "share").labels(), contains("0.0%", "0.5%", "1.0%", "1.5%"));
    assertThat(
        Axis.of(0, 2_000_000, "minor").labels(),
        contains("£0", "£5,000", "£10,000", "£15,000", "£20,000"));
    assertThat(Axis.of(-5, 5, "points").labels(), contains("−6", "−4", "−2", "0", "2", "4", "6"));
  }

  @Test
  void noLabelIsCutOffAtAnEdge() {
    List<LineChart.Point> months =
        IntStream.range(0, 24)
            .mapToObj(i -> LineChart.Point.of("Jan 2025", 123_456_789.0 * (i + 1)))
            .toList();
    LineChart line = new LineChart("Revenue", months, "minor");
    labelsAreInside(line.svg(760, 320), 760);
    labelsAreInside(line.svg(400, 260), 400);
    labelsAreInside(
        new Reliability(
                "Churn",
                List.of(new Reliability.Bin(0.01, 0.02, 5), new Reliability.Bin(0.9, 1, 5)))
            .svg(),
        340);
  }

  private static void labelsAreInside(String svg, double width) {
    for (MatchResult label : TEXT.matcher(svg).results().toList()) {
      double length = label.group(4).length() * CHARACTER;
      double x = Double.parseDouble(label.group(2));
      double left = label.group(1).equals("end") ? x - length : x - length / 2;
      double right = label.group(1).equals("end") ? x : x + length / 2;
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
            new Reliability("a \"quoted\" <label>", List.of(new Reliability.Bin(0.1, 0.1, 9))),
            new LineChart(
                "a \"quoted\" <label>",
                List.of(LineChart.Point.of("a", 1), LineChart.Point.of("b", 2)),
                ""))) {
      assertThat(chart.svg(), containsString("role=\"img\""));
      assertThat(chart.svg(), containsString("aria-label=\"a &quot;quoted&quot; &lt;label&gt;"));
    }
  }

  @Test
  void tooLittleToDrawDrawsNothing() {
    assertThat(new Sparkline(List.of(1.0), "").svg(), is(""));
    assertThat(new LineChart("", List.of(), "").svg(), is(""));
    assertThat(new Reliability("", List.of()).svg(), is(""));
  }

  @Test
  void aConstantSeriesIsDrawn() {
    assertThat(new Sparkline(List.of(2.0, 2.0), "").svg(), not(containsString("NaN")));
    assertThat(
        new LineChart("", List.of(LineChart.Point.of("a", 0), LineChart.Point.of("b", 0)), "")
            .svg(),
        not(containsString("NaN")));
  }
}
