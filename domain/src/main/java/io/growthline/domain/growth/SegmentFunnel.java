package io.growthline.domain.growth;

import io.growthline.domain.customer.Activity;
import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * How far customers of a segment came. Which steps a customer took is counted as a set, because
 * only all customers together tell which steps the sources know of.
 */
public final class SegmentFunnel
    implements TotalMart<Counts<SegmentFunnel.Taken>, SegmentFunnelStep> {
  private static final Activation ACTIVATION = new Activation();
  private static final int KEY_ACTIONS = 5;
  private static final int FIRST_MONTH_DAYS = 30;
  private static final int SECOND_MONTH_DAYS = 60;

  private static final int MATURE = 0;
  private static final int TOO_NEW = 1;

  /**
   * A step.
   *
   * @param sources a step is known where any of these types has events
   */
  private record Step(
      String name,
      Set<Class<? extends RawEvent>> sources,
      BiPredicate<CustomerAsOf, FctActivation> taken) {}

  private static final List<Step> STEPS =
      List.of(
          new Step("signup", Set.of(), (customer, facts) -> true),
          new Step(
              "activation",
              Set.of(OnboardingStep.class),
              (customer, facts) -> Boolean.TRUE.equals(facts.activatedD7())),
          new Step("key_action", Set.of(FeatureUse.class), SegmentFunnel::actsOften),
          new Step("paid", Set.of(Payment.class), SegmentFunnel::pays),
          new Step("month_1", Set.copyOf(Activity.TYPES), SegmentFunnel::stays));

  /** Names of the steps, for the contract. */
  public static final class Steps implements Supplier<List<String>> {
    @Override
    public List<String> get() {
      return STEPS.stream().map(Step::name).toList();
    }
  }

  /**
   * Customers of a segment who took the same steps.
   *
   * @param dimension empty for what is known of the sources, not of a segment
   * @param steps a bit for each step
   */
  public record Taken(String dimension, String value, long steps) {}

  @Override
  public Class<SegmentFunnelStep> table() {
    return SegmentFunnelStep.class;
  }

  @Override
  public Counts<Taken> empty() {
    return new Counts<>(Taken.class, 2);
  }

  @Override
  public void count(CustomerAsOf customer, Counts<Taken> into) {
    into.add(new Taken("", "", known(customer)), MATURE, 0);
    for (FctActivation facts : customer.rows(ACTIVATION)) {
      boolean mature = !end(facts, SECOND_MONTH_DAYS).isAfter(customer.asOf());
      long steps = mature ? taken(customer, facts) : 0;
      Breakdown.atSignup(
          facts.signupChannel(),
          facts.region(),
          facts.incomeSegment(),
          (dimension, value) ->
              into.add(new Taken(dimension, value, steps), mature ? MATURE : TOO_NEW, 1));
    }
  }

  @Override
  public List<SegmentFunnelStep> rows(Counts<Taken> all, LocalDate asOf) {
    long known = 0;
    SortedMap<String, SortedMap<String, List<Taken>>> segments = new TreeMap<>();
    for (Taken taken : all.keys()) {
      if (taken.dimension().isEmpty()) {
        known |= taken.steps();
      } else {
        segments
            .computeIfAbsent(taken.dimension(), dimension -> new TreeMap<>())
            .computeIfAbsent(taken.value(), value -> new ArrayList<>())
            .add(taken);
      }
    }
    int[] steps = steps(known);
    List<SegmentFunnelStep> rows = new ArrayList<>();
    segments
        .values()
        .forEach(values -> values.values().forEach(taken -> addRows(taken, steps, all, rows)));
    return rows;
  }

  @Override
  public String emptyBecause() {
    return ACTIVATION.emptyBecause();
  }

  private static void addRows(
      List<Taken> segment, int[] steps, Counts<Taken> all, List<SegmentFunnelStep> rows) {
    long tooNew = 0;
    long[] reached = new long[steps.length];
    for (Taken taken : segment) {
      tooNew += all.get(taken, TOO_NEW);
      for (int i = 0; i < steps.length && has(taken.steps(), steps[i]); i++) {
        reached[i] += all.get(taken, MATURE);
      }
    }
    Funnel funnel = new Funnel(reached);
    for (int i = 0; i < steps.length; i++) {
      rows.add(
          new SegmentFunnelStep(
              segment.get(0).dimension(),
              segment.get(0).value(),
              i + 1,
              STEPS.get(steps[i]).name(),
              funnel.entering(i),
              reached[i],
              funnel.shareOfFirst(i),
              funnel.shareOfPrevious(i),
              i == funnel.bottleneck(),
              tooNew,
              reached[0] > 0));
    }
  }

  private static long taken(CustomerAsOf customer, FctActivation facts) {
    long taken = 0;
    for (int step = 0; step < STEPS.size(); step++) {
      taken |= STEPS.get(step).taken().test(customer, facts) ? 1L << step : 0;
    }
    return taken;
  }

  /** The steps of which the events of a customer show that the sources know. */
  private static long known(CustomerAsOf customer) {
    Set<Class<?>> types = customer.timeline().types();
    long known = 0;
    for (int step = 0; step < STEPS.size(); step++) {
      Set<Class<? extends RawEvent>> sources = STEPS.get(step).sources();
      known |= sources.isEmpty() || !Collections.disjoint(types, sources) ? 1L << step : 0;
    }
    return known;
  }

  private static int[] steps(long known) {
    int[] steps = new int[STEPS.size()];
    int count = 0;
    for (int step = 0; step < steps.length; step++) {
      if (has(known, step)) {
        steps[count++] = step;
      }
    }
    return Arrays.copyOf(steps, count);
  }

  private static boolean has(long steps, int step) {
    return (steps >> step & 1) == 1;
  }

  private static boolean actsOften(CustomerAsOf customer, FctActivation facts) {
    return customer
            .known()
            .between(FeatureUse.class, facts.openedOn(), end(facts, FIRST_MONTH_DAYS))
            .size()
        > KEY_ACTIONS;
  }

  private static boolean pays(CustomerAsOf customer, FctActivation facts) {
    return customer
        .known()
        .between(Payment.class, facts.openedOn(), end(facts, FIRST_MONTH_DAYS))
        .stream()
        .anyMatch(Payment::succeeded);
  }

  private static boolean stays(CustomerAsOf customer, FctActivation facts) {
    return Activity.any(
        customer.known(), end(facts, FIRST_MONTH_DAYS), end(facts, SECOND_MONTH_DAYS));
  }

  // The opening day is day 1, as in the facts of activation.
  private static LocalDate end(FctActivation facts, int days) {
    return facts.openedOn().plusDays(days);
  }
}
