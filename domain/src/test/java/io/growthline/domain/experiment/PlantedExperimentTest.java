package io.growthline.domain.experiment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.simulate.CustomerSimulator;
import io.growthline.domain.simulate.Period;
import io.growthline.domain.simulate.World;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The experiment of the synthetic bank holds the effects that were planted. */
class PlantedExperimentTest {
  /** A key of the totals. */
  public record Key(String metric, String arm) {}

  private static final Experiment EXPERIMENT = Experiments.standard().all().get(0);
  private static final Counts<Key> SUMS = sums(1_500, 7);

  @Test
  void theArmsHaveTheirShares() {
    List<Long> customers =
        EXPERIMENT.arms().stream().map(arm -> moments("funded", arm.name()).n()).toList();

    assertThat(customers.get(0), greaterThan(300L));
    assertThat(SampleRatio.of(customers, EXPERIMENT.shares()).isMismatch(), is(false));
  }

  @Test
  void theChecklistBringsTheDepositsThatWerePlanted() {
    Effect effect = effect("funded").orElseThrow();

    // The planted logit of 0.6 on the control's share of those who use the account (97 %) is 7 to 9
    // points.
    double share = effect.control().mean() / 0.97;
    double odds = share / (1 - share) * Math.exp(0.6);
    double planted = 0.97 * (odds / (1 + odds) - share);
    assertThat(planted, both(greaterThan(0.05)).and(lessThan(0.1)));
    assertThat(effect.difference().excludes(planted), is(false));
    assertThat(effect.difference().lower(), greaterThan(0.0));
  }

  @Test
  void theChecklistBringsMoreTransactionsInTheFirstDays() {
    assertThat(effect("transactions").orElseThrow().relative().lower(), greaterThan(0.0));
  }

  @Test
  void nothingWasPlantedOnComplaints() {
    Effect effect = effect("complained").orElseThrow();

    assertThat(effect.isSigned(), is(false));
    assertThat(
        GuardrailState.of(effect.difference(), Direction.DOWN_IS_GOOD, 0.05),
        is(GuardrailState.KEPT));
  }

  private static Optional<Effect> effect(String name) {
    ExperimentMetric metric = metric(name);
    return metric.effect(
        metric.sample(moments(name, "control")),
        metric.sample(moments(name, "treatment")),
        EXPERIMENT.plan().level());
  }

  private static ExperimentMetric metric(String name) {
    return EXPERIMENT.metrics().stream()
        .filter(metric -> metric.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Moments moments(String metric, String arm) {
    long[] sums = new long[Moments.WIDTH];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = SUMS.get(new Key(metric, arm), i);
    }
    return Moments.of(sums);
  }

  private static Counts<Key> sums(int customers, long seed) {
    Period period = Period.ofMonths(4);
    CustomerSimulator simulator = new CustomerSimulator(World.standard(), period, seed);
    Counts<Key> sums = new Counts<>(Key.class, Moments.WIDTH);
    for (int i = 0; i < customers; i++) {
      CustomerAsOf customer =
          CustomerAsOf.of("C%06d".formatted(i), simulator.simulate(i), period.end());
      Optional<Enrolment> enrolment = EXPERIMENT.enrolment(customer);
      if (enrolment.isEmpty()) {
        continue;
      }
      for (ExperimentMetric metric : EXPERIMENT.metrics()) {
        if (metric.isMature(enrolment.get(), customer.asOf())) {
          sums.add(
              new Key(metric.name(), enrolment.get().arm()),
              metric.unit(customer, enrolment.get()).orElseThrow());
        }
      }
    }
    return sums;
  }
}
