package io.growthline.domain.release;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.growthline.domain.experiment.Interval;
import io.growthline.domain.release.Evidence.Place;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** A gate is judged by its interval; complaints warn at 0.3 points and block at 1 point. */
class JudgedTest {
  private static final Place PLACE = new Place("marts.t", "id=1");
  private static final Thresholds STANDARD = Thresholds.standard();

  private static Judged complaints(double lower, double upper) {
    return judged(Gate.COMPLAINTS, lower, upper, true);
  }

  private static Judged judged(Gate gate, double lower, double upper, boolean required) {
    Interval figure = new Interval((lower + upper) / 2, lower, upper);
    return Judged.of(STANDARD.of(gate), Evidence.of(figure, PLACE), required);
  }

  private static void says(Judged judged, GateStatus status, ReleaseVerdict allows) {
    assertThat(judged.reason(), judged.status(), is(status));
    assertThat(judged.reason(), judged.allows(), is(allows));
  }

  @Test
  void passesWhenTheWholeIntervalIsWithin() {
    says(complaints(-0.004, 0.0029), GateStatus.PASS, ReleaseVerdict.SHIP);
  }

  @Test
  void blocksOnlyWhenTheNearEndHasReachedTheThreshold() {
    says(complaints(0.010, 0.030), GateStatus.BLOCK, ReleaseVerdict.BLOCK);
    says(complaints(0.0099, 0.030), GateStatus.WITHHELD, ReleaseVerdict.EXPERIMENT_ONLY);
  }

  @Test
  void warnsWhenTheWholeIntervalLiesBetweenTheThresholds() {
    says(complaints(0.004, 0.009), GateStatus.WARN, ReleaseVerdict.LIMITED_ROLLOUT);
  }

  @Test
  void isWithheldWhenTheIntervalCrossesAThreshold() {
    says(complaints(-0.01, 0.02), GateStatus.WITHHELD, ReleaseVerdict.EXPERIMENT_ONLY);
    assertThat(
        complaints(-0.01, 0.02).reason(),
        containsString("0.0050 (-0.0100 to 0.0200) does not exclude the threshold of block."));
  }

  @Test
  void aHarmThatIsAtMostSmallLimitsTheRollout() {
    says(complaints(0.001, 0.005), GateStatus.WITHHELD, ReleaseVerdict.LIMITED_ROLLOUT);
  }

  @Test
  void harmThatIsSureComesBeforeWhatIsOpen() {
    says(
        judged(Gate.VULNERABLE_IMPACT, -0.05, -0.011, true),
        GateStatus.REVIEW,
        ReleaseVerdict.NEEDS_HUMAN_REVIEW);
  }

  @Test
  void whatIsNotRequiredLimitsTheRolloutWhileItIsWithheld() {
    says(
        judged(Gate.COMPLAINTS, -0.01, 0.02, false),
        GateStatus.WITHHELD,
        ReleaseVerdict.LIMITED_ROLLOUT);
  }

  @Test
  void withoutAFigureTheGateSaysWhy() {
    Judged judged =
        Judged.of(STANDARD.of(Gate.DRIFT), Evidence.missing(PLACE, "Nobody was scored."), true);
    says(judged, GateStatus.WITHHELD, ReleaseVerdict.EXPERIMENT_ONLY);
    assertThat(judged.reason(), is("Nobody was scored."));
  }

  @Test
  void aDoubtKeepsAGoodFigureFromPassing() {
    Evidence doubted = Evidence.exact(0.001, PLACE).doubted("It ran for 3 days.");
    Judged judged = Judged.of(STANDARD.of(Gate.COMPLAINTS), doubted, true);
    says(judged, GateStatus.WITHHELD, ReleaseVerdict.EXPERIMENT_ONLY);
    assertThat(judged.reason(), containsString("It ran for 3 days."));
  }

  @Property
  void moreHarmNeverAllowsMore(
      @ForAll @DoubleRange(min = -0.05, max = 0.05) double lower,
      @ForAll @DoubleRange(min = 0, max = 0.05) double width,
      @ForAll @DoubleRange(min = 0, max = 0.05) double moreHarm,
      @ForAll boolean required,
      @ForAll Gate gate) {
    double harm = STANDARD.of(gate).worse() == Threshold.Side.ABOVE ? moreHarm : -moreHarm;
    ReleaseVerdict before = judged(gate, lower, lower + width, required).allows();
    ReleaseVerdict after = judged(gate, lower + harm, lower + width + harm, required).allows();

    assertThat(after, greaterThanOrEqualTo(before));
  }

  /** A wider interval can turn a block into a withheld gate, but nothing into a rollout. */
  @Property
  void lessPreciseEvidenceNeverOpensARollout(
      @ForAll @DoubleRange(min = -0.05, max = 0.05) double lower,
      @ForAll @DoubleRange(min = 0, max = 0.05) double width,
      @ForAll @DoubleRange(min = 0, max = 0.05) double more,
      @ForAll Gate gate) {
    ReleaseVerdict before = judged(gate, lower, lower + width, true).allows();
    ReleaseVerdict after = judged(gate, lower - more, lower + width + more, true).allows();

    if (after.compareTo(ReleaseVerdict.LIMITED_ROLLOUT) <= 0) {
      assertThat(before, lessThanOrEqualTo(after));
    }
  }

  @Property
  void requiringAGateNeverAllowsMore(
      @ForAll @DoubleRange(min = -0.05, max = 0.05) double lower,
      @ForAll @DoubleRange(min = 0, max = 0.1) double width,
      @ForAll Gate gate) {
    assertThat(
        judged(gate, lower, lower + width, true).allows(),
        greaterThanOrEqualTo(judged(gate, lower, lower + width, false).allows()));
  }
}
