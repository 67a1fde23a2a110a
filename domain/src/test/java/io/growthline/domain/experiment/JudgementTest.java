package io.growthline.domain.experiment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.growthline.domain.pricing.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgementTest {
  private static final SampleRatio FAIR = SampleRatio.of(List.of(500L, 500L), List.of(0.5, 0.5));
  private static final SampleRatio UNFAIR = SampleRatio.of(List.of(600L, 400L), List.of(0.5, 0.5));
  private static final Judgement.Progress OVER = new Judgement.Progress(30, 14);
  private static final Judgement.Progress EARLY = new Judgement.Progress(6, 14);

  @Test
  void aSignificantEffectOfAFinishedFairExperimentCanBeUsed() {
    Judgement judgement = Judgement.of(finding(5), OVER, FAIR, 0.05);

    assertThat(judgement.verdict(), is(Verdict.OK));
    assertThat(judgement.reasons(), is(empty()));
  }

  @Test
  void armsWithoutTheirSharesMakeEveryEffectInvalid() {
    Judgement judgement = Judgement.of(finding(5), OVER, UNFAIR, 0.05);

    assertThat(judgement.verdict(), is(Verdict.INVALID));
    assertThat(judgement.reasons(), contains(containsString("declared shares")));
  }

  @Test
  void anIntervalThatCrossesZeroDecidesNothing() {
    Judgement judgement = Judgement.of(finding(1), OVER, FAIR, 0.05);

    assertThat(judgement.verdict(), is(Verdict.INCONCLUSIVE));
    assertThat(judgement.reasons(), contains("The interval crosses 0."));
  }

  @Test
  void whatIsSignificantAloneButNotAmongAllDecidesNothing() {
    Judgement.Finding alone = finding(2.5);
    Judgement.Finding among = new Judgement.Finding(alone.effect(), alone.always(), 0.0812);

    assertThat(
        Judgement.of(among, OVER, FAIR, 0.05).reasons(),
        contains("Not significant among all comparisons (q = 0.081)."));
  }

  @Test
  void whoLooksEarlyIsWarnedOfPeeking() {
    Judgement peeked = Judgement.of(finding(2.5), EARLY, FAIR, 0.05);

    assertThat(peeked.verdict(), is(Verdict.INCONCLUSIVE));
    assertThat(peeked.reasons(), hasItem("6 of at least 14 days are over."));
    assertThat(peeked.reasons(), hasItem(containsString("always-valid interval crosses 0")));
    // At any look this one is an effect; it is only early.
    assertThat(
        Judgement.of(finding(6), EARLY, FAIR, 0.05).reasons(),
        contains("6 of at least 14 days are over."));
    assertThat(
        Judgement.of(finding(2.5), OVER, FAIR, 0.05).reasons(),
        not(hasItem(containsString("always-valid"))));
  }

  @Test
  void withoutAnEffectThereIsNothingToUse() {
    assertThat(
        Judgement.of(new Judgement.Finding(null, null, Double.NaN), OVER, FAIR, 0.05).verdict(),
        is(Verdict.INVALID));
  }

  /** An effect of so many standard errors. */
  private static Judgement.Finding finding(double z) {
    Sample control = new Sample(500, 10, 1);
    Sample treatment = new Sample(500, 10 + z * Math.sqrt(2 / 500.0), 1);
    Effect effect = Welch.means(control, treatment, 0.95).orElseThrow();
    return new Judgement.Finding(
        effect, AlwaysValid.of(control, treatment, 0.95).orElseThrow(), effect.pValue());
  }
}
