package io.growthline.pages.section;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;

import io.growthline.pages.section.RuleAgreement.Area;
import org.junit.jupiter.api.Test;

class RuleAgreementTest {
  /** Hanley and McNeil 1982: 51 against 58, area 0.893, standard error 0.032. */
  @Test
  void theIntervalIsThatOfThePublishedExample() {
    Area images = Area.of(0.893, 51, 58);
    assertThat(images.lower(), closeTo(0.893 - 1.645 * 0.032, 0.002));
    assertThat(images.upper(), closeTo(0.893 + 1.645 * 0.032, 0.002));
  }

  @Test
  void thereIsAVerdictOnlyWhenTheIntervalLeavesChanceOut() {
    assertThat(Area.of(0.85, 10, 120).verdict(), containsString("agree more often"));
    assertThat(Area.of(0.6, 10, 120).verdict(), containsString("may be chance"));
    assertThat(Area.of(0.2, 10, 120).verdict(), containsString("agree less often"));
  }

  @Test
  void aPerfectOrderSaysNothingOfItsInterval() {
    assertThat(Area.of(1, 1, 1).verdict(), containsString("may be chance"));
  }
}
