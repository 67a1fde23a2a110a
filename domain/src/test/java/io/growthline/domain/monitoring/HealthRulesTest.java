package io.growthline.domain.monitoring;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.metric.MetricCatalogue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HealthRulesTest {
  private static final LocalDate AS_OF = LocalDate.parse("2026-03-10");
  private static final String TWO =
      """
      statuses: {excellent: 80, good: 65, fair: 50, poor: 30}
      domains:
        - {domain: a, weight: 0.75, inputs: [{name: x, zero: 0, full: 10}, {name: y, zero: 1, full: 0}]}
        - {domain: b, weight: 0.25, inputs: [{name: z, zero: 0, full: 1}]}
      """;

  @Test
  void inputsAreScoredBetweenTwoValuesAndWeighed() {
    List<BusinessHealth> rows = score(Map.of("x", 5.0, "y", 0.2, "z", 7.0));

    assertThat(rows.get(0).score(), is(closeTo(65, 1e-9)));
    assertThat(rows.get(0).status(), is("good"));
    assertThat(rows.get(1).score(), is(100.0));
    assertThat(rows.get(2).score(), is(closeTo(0.75 * 65 + 25, 1e-9)));
    assertThat(rows.get(2).missing(), is(nullValue()));
    assertThat(rows.get(2).inputs(), is("x 50, y 80, z 100"));
  }

  @Test
  void whatIsMissingIsNamedAndCountsNeitherWay() {
    List<BusinessHealth> rows = score(Map.of("x", 5.0, "z", 1.0));

    assertThat(rows.get(0).score(), is(closeTo(50, 1e-9)));
    assertThat(rows.get(2).score(), is(closeTo((0.375 * 50 + 0.25 * 100) / 0.625, 1e-9)));
    assertThat(rows.get(2).coverage(), is(closeTo(0.625, 1e-9)));
    assertThat(rows.get(2).missing(), is("y"));
  }

  @Test
  void belowHalfOfTheWeightThereIsNoScore() {
    BusinessHealth overall = score(Map.of("x", 10.0)).get(2);

    assertThat(overall.score(), is(nullValue()));
    assertThat(overall.status(), is("unknown"));
    assertThat(overall.missing(), is("y, z"));
  }

  @Test
  void scoresHaveTheStatusesOfTheRules() {
    assertThat(
        Stream.of(0.8, 0.79, 0.65, 0.5, 0.3, 0.29)
            .map(z -> score(Map.of("z", z)).get(1).status())
            .toList(),
        is(List.of("excellent", "good", "good", "fair", "poor", "critical")));
  }

  @Test
  void rulesThatCannotScoreAreRefused() {
    assertRefused("weight: 0.25", "weight: 0.5", "add up to 1.25");
    assertRefused(
        "{name: z, zero: 0, full: 1}",
        "{name: z, zero: 1, full: 1}",
        "z needs zero and full to differ");
    assertRefused("inputs: [{name: z, zero: 0, full: 1}]", "inputs: []", "b has no inputs");
  }

  private static void assertRefused(String text, String replacement, String problem) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> HealthRules.parse(TWO.replace(text, replacement)));
    assertThat(e.getMessage(), containsString(problem));
  }

  @Test
  void everyInputOfTheStandardIsAMetricOrAMeasureOfMonitoring() {
    List<String> known =
        Stream.concat(
                MetricCatalogue.standard().metrics().stream().map(metric -> metric.name()),
                Stream.of("quality_pass_share", "dead_letter_share"))
            .toList();
    for (HealthRules.Domain domain : HealthRules.standard().domains()) {
      domain.inputs().forEach(input -> assertThat(known, hasItem(input.name())));
    }
  }

  private static List<BusinessHealth> score(Map<String, Double> values) {
    return HealthRules.parse(TWO).score(AS_OF, values);
  }
}
