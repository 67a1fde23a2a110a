package io.growthline.domain.decision;

import io.growthline.domain.pricing.Estimate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The smallest change of one thing that would have changed a decision, everything else equal.
 * Chances change in millionths, values in whole minor units; of both the one is taken that changes
 * less beside what it is.
 *
 * @param change what would have to change
 * @param from what it was; null where it is no number or not known
 * @param to what it would have to be; null where it is no number
 * @param text for people
 */
record Counterfactual(Change change, Double from, Double to, String text) {
  /** What would have to change. */
  enum Change {
    /** The chance of leaving. */
    CHURN,
    /** What is lost when the customer leaves, in minor units. */
    VALUE_MINOR,
    /** Days from the as-of day. */
    DAYS,
    /** Whether the condition of a rule holds. */
    CONDITION,
    /** How much of a limit others use. */
    LIMIT;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What would have changed the decision on a customer. */
  static Counterfactual of(Plan plan, DecisionInput customer, Choice choice) {
    return new Search(plan, customer, choice).result();
  }

  private double distance() {
    return Math.abs(to - from) / Math.max(Math.abs(from), change == Change.CHURN ? 1e-6 : 1);
  }

  private static Counterfactual nearer(Counterfactual a, Counterfactual b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return b.distance() < a.distance() ? b : a;
  }

  private static final class Search {
    private final Plan plan;
    private final DecisionInput customer;
    private final Choice choice;
    private final Considered considered;
    private final Estimate p;

    Search(Plan plan, DecisionInput customer, Choice choice) {
      this.plan = plan;
      this.customer = customer;
      this.choice = choice;
      this.considered = choice.customer();
      this.p = considered.p();
    }

    Counterfactual result() {
      if (choice.chosen()) {
        return untilNotChosen();
      }
      return switch (choice.reason()) {
        case PROTECTED ->
            condition("An action of kind help that is for vulnerable customers would have to fit.");
        case EXCLUDED -> {
          Policy.Exclusion rule = plan.rules().exclusionOf(choice.detail());
          yield condition(
              "The exclusion " + rule.name() + " would not have to hold: " + rule.when() + ".");
        }
        case NO_ACTION -> condition("The condition of an action would have to hold.");
        case NO_VALUE -> condition("The expected margin would have to be known.");
        case OUTSIDE_PROBABILITY_RANGE -> untilInRange();
        case COOL_DOWN -> days(daysOfCoolDown(), "the first action has rested");
        case CONTACT_CAP -> days(daysOfCap(), "contacts are fewer than their cap");
        case NO_POSITIVE_VALUE -> untilItPays();
        case CAPACITY, SEGMENT_SHARE, BUDGET -> untilWorthThePrice();
      };
    }

    private Counterfactual untilNotChosen() {
      Action action = choice.action();
      boolean isPriced = choice.priceMinor() > 0 && choice.value().netMinor() > choice.priceMinor();
      double least = isPriced ? choice.priceMinor() : 0;
      long value = FlipPoints.value(action, p.value(), least);
      Counterfactual less =
          value(
              value - 1,
              "At this value or less "
                  + action.name()
                  + (isPriced ? " is not worth the price of limits." : " does not pay."));
      return nearer(nearer(less, lessLikely(action)), moreLikely(action));
    }

    private Counterfactual lessLikely(Action action) {
      long from = Math.max(0, (long) Math.floor(p.value() * FlipPoints.STEPS));
      long step = Math.min(from, FlipPoints.chance(action, considered.lost().value()));
      long least = (long) Math.floor(Math.max(min(action), 0) * FlipPoints.STEPS);
      step = Math.max(step, least);
      while (step >= 0 && isEligible(action, step)) {
        step--;
      }
      return step < 0
          ? null
          : chance(
              FlipPoints.chance(step), "At this chance of leaving " + action.name() + notFor(step));
    }

    private Counterfactual moreLikely(Action action) {
      long step = (long) Math.ceil(max(action) * FlipPoints.STEPS);
      while (step <= FlipPoints.STEPS && isEligible(action, step)) {
        step++;
      }
      return step > FlipPoints.STEPS
          ? null
          : chance(
              FlipPoints.chance(step), "At this chance of leaving " + action.name() + notFor(step));
    }

    private String notFor(long step) {
      return isInRange(choice.action(), FlipPoints.chance(step))
          ? " does not pay."
          : " is outside its range of chances.";
    }

    private boolean isEligible(Action action, long step) {
      double chance = FlipPoints.chance(step);
      Estimate point = new Estimate(chance, chance, chance);
      return isInRange(action, chance)
          && ExpectedValue.of(action, point, considered.lost()).netMinor() > 0;
    }

    private Counterfactual untilInRange() {
      Double nearest = null;
      for (Action action : actions()) {
        if (min(action) <= max(action)) {
          double bound = Math.min(max(action), Math.max(min(action), p.value()));
          boolean isNearer =
              nearest == null || Math.abs(bound - p.value()) < Math.abs(nearest - p.value());
          nearest = isNearer ? (Double) bound : nearest;
        }
      }
      return nearest == null
          ? condition("No action that fits has a range of chances within that of the policy.")
          : chance(nearest, "At this chance of leaving an action that fits is within its range.");
    }

    private Counterfactual untilItPays() {
      Counterfactual nearest = null;
      Eligibility eligibility = new Eligibility(plan.rules(), plan.asOf(), List.of());
      for (Action action : actions(eligibility.rested(customer))) {
        nearest = nearer(nearest, untilItPays(action));
      }
      for (Action action : actions()) {
        long value = FlipPoints.value(action, p.value(), 0);
        if (value != FlipPoints.NONE) {
          nearest =
              nearer(nearest, value(value, "At this value or more " + action.name() + " pays."));
        }
      }
      return nearest == null
          ? condition("Neither chance nor value alone makes an action pay that fits.")
          : nearest;
    }

    /** The nearest chance at which an action pays within its range; null for none. */
    private Counterfactual untilItPays(Action action) {
      long pays = FlipPoints.chance(action, considered.lost().value());
      long low = Math.max(pays, (long) Math.ceil(min(action) * FlipPoints.STEPS));
      long high = (long) Math.floor(max(action) * FlipPoints.STEPS);
      // A product may fall just beside the end of the range.
      low += FlipPoints.chance(low) < min(action) ? 1 : 0;
      high -= FlipPoints.chance(high) > max(action) ? 1 : 0;
      return pays == FlipPoints.NONE || low > high
          ? null
          : chance(
              FlipPoints.chance(FlipPoints.chance(low) > p.value() ? low : high),
              "At this chance of leaving " + action.name() + " pays.");
    }

    private Counterfactual untilWorthThePrice() {
      long value = FlipPoints.value(choice.action(), p.value(), choice.priceMinor());
      if (choice.value().netMinor() > choice.priceMinor() || value == FlipPoints.NONE) {
        return new Counterfactual(
            Change.LIMIT,
            null,
            null,
            "More would have to be left of the limit " + choice.detail() + ".");
      }
      return value(
          value,
          "At this value or more "
              + choice.action().name()
              + " is worth the price of limits; the limit is "
              + choice.detail()
              + ".");
    }

    private Counterfactual days(long days, String what) {
      return new Counterfactual(
          Change.DAYS, 0.0, (double) days, "In " + days + " days " + what + ".");
    }

    private long daysOfCoolDown() {
      long fewest = Long.MAX_VALUE;
      for (Action action : actions()) {
        long since = daysSince(action.name()).findFirst().orElseThrow();
        fewest = Math.min(fewest, action.coolDownDays() + 1 - since);
      }
      return fewest;
    }

    private long daysOfCap() {
      Policy.ContactCap cap = plan.policy().contactCap();
      return cap.days() + 1 - daysSince(null).skip(cap.contacts() - 1L).findFirst().orElseThrow();
    }

    /** Days since contacts by an action, or by any, the newest first. */
    private Stream<Long> daysSince(String action) {
      return customer.log().stream()
          .filter(row -> row.asOf().isBefore(plan.asOf()) && row.isContact())
          .filter(row -> action == null || row.action().equals(action))
          .map(row -> ChronoUnit.DAYS.between(row.asOf(), plan.asOf()))
          .sorted();
    }

    private List<Action> actions() {
      return actions(considered.considered());
    }

    private List<Action> actions(long bits) {
      List<Action> all = plan.rules().actions();
      return Stream.iterate(0, i -> i < all.size(), i -> i + 1)
          .filter(i -> (bits >> i & 1) == 1)
          .map(all::get)
          .toList();
    }

    private double min(Action action) {
      return Math.max(plan.policy().probability().min(), action.probability().min());
    }

    private double max(Action action) {
      return Math.min(plan.policy().probability().max(), action.probability().max());
    }

    private boolean isInRange(Action action, double chance) {
      return chance >= min(action) && chance <= max(action);
    }

    private Counterfactual chance(double to, String text) {
      return new Counterfactual(Change.CHURN, p.value(), to, text);
    }

    private Counterfactual value(long to, String text) {
      return new Counterfactual(Change.VALUE_MINOR, considered.lost().value(), (double) to, text);
    }

    private static Counterfactual condition(String text) {
      return new Counterfactual(Change.CONDITION, null, null, text);
    }
  }
}
