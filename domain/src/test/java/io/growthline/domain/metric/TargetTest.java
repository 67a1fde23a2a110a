package io.growthline.domain.metric;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetTest {
  @Test
  void aNumberBoundsTheBadSideOfAMetricAndBelongsToTheGoodOne() {
    Target up = target(List.of(0.9), List.of(0.8), List.of(0.7));
    Target down = target(List.of(0.1), List.of(0.2), List.of(0.3));

    assertThat(
        judged(up, "up_is_good", 0.8, 0.79, 0.7, 0.69), is(List.of("ok", "warn", "warn", "bad")));
    assertThat(
        judged(down, "down_is_good", 0.2, 0.21, 0.3, 0.31),
        is(List.of("ok", "warn", "warn", "bad")));
    assertThat(up.text("up_is_good"), is("at least 0.9"));
    assertThat(down.text("down_is_good"), is("at most 0.1"));
  }

  @Test
  void aRangeBoundsBothSides() {
    Target range = target(List.of(2.0, 4.0), List.of(1.0, 5.0), List.of(0.0, 6.0));

    assertThat(
        judged(range, "neutral", 1, 5, 0.5, 5.5, -1, 7),
        is(List.of("ok", "ok", "warn", "warn", "bad", "bad")));
    assertThat(range.text("neutral"), is("2 to 4"));
  }

  @Test
  void boundsThatDoNotLieWithinOneAnotherAreRefused() {
    assertRefused(
        target(List.of(0.7), List.of(0.8), List.of(0.6)),
        "up_is_good",
        "goal must lie within warn");
    assertRefused(
        target(List.of(0.9), List.of(0.5), List.of(0.6)), "up_is_good", "warn must lie within bad");
    assertRefused(
        target(List.of(0.9), List.of(0.8), List.of(0.7)),
        "neutral",
        "a target of a neutral metric must be a range");
    assertRefused(
        target(List.of(1.0, 2.0), List.of(0.8), List.of(0.7)),
        "up_is_good",
        "goal, warn and bad must all be numbers or all ranges");
  }

  private static void assertRefused(Target target, String direction, String problem) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> target.check(direction));
    assertThat(e.getMessage(), is(problem));
  }

  private static Target target(List<Double> goal, List<Double> warn, List<Double> bad) {
    return new Target(goal, warn, bad);
  }

  private static List<String> judged(Target target, String direction, double... values) {
    return Arrays.stream(values)
        .mapToObj(
            v -> target.isBad(v, direction) ? "bad" : target.isWell(v, direction) ? "ok" : "warn")
        .toList();
  }
}
