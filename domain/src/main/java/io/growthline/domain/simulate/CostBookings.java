package io.growthline.domain.simulate;

import io.growthline.domain.event.Cost;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What running the bank costs a month, in proportion to accounts and to what plans cost. */
public final class CostBookings {
  private final World world;
  private final Period period;
  private final long customers;
  private final RandomStream random;
  private final List<Cost> costs = new ArrayList<>();

  private CostBookings(World world, Period period, long customers, long seed) {
    this.world = world;
    this.period = period;
    this.customers = customers;
    this.random = RandomStream.of(seed, -1, "costs");
  }

  /**
   * All bookings of months that end in the period; they name no customer.
   *
   * @param customers number of customers of the world
   */
  public static List<Cost> of(World world, Period period, long customers, long seed) {
    CostBookings bookings = new CostBookings(world, period, customers, seed);
    for (LocalDate month = period.start().withDayOfMonth(1);
        !month.plusMonths(1).isAfter(period.end());
        month = month.plusMonths(1)) {
      bookings.book(month);
    }
    return bookings.costs;
  }

  private void book(LocalDate month) {
    World.Costs rates = world.costs();
    double accounts = accounts(month.plusDays(14));
    Map<String, Double> regions = world.population().regions();
    double weights = regions.values().stream().mapToDouble(Double::doubleValue).sum();
    regions.forEach(
        (region, weight) -> {
          double served = accounts * weight / weights;
          add(month, "cost_to_serve", null, region, served * rates.serveMinor());
          add(month, "support", null, region, served * rates.supportMinor());
        });
    rates
        .subscribers()
        .forEach(
            (plan, share) -> {
              double revenue = accounts * share * world.plans().priceMinor(plan);
              add(month, "payment_processing", plan, null, revenue * rates.processingShare());
            });
    add(month, "overhead", null, null, accounts * rates.overheadMinor());
  }

  /** Open accounts to expect, as signups slow down over the period. */
  private double accounts(LocalDate day) {
    double share = (double) (day.toEpochDay() - period.start().toEpochDay()) / period.days();
    double established = world.population().establishedShare();
    double signedUp = Math.max(0, share) * (1.5 - 0.5 * share);
    double opened = established + (1 - established) * signedUp;
    return customers * opened * world.costs().openShare();
  }

  private void add(LocalDate month, String kind, String plan, String region, double minor) {
    LocalDate last = month.plusMonths(1).minusDays(1);
    Instant at = Period.instant(last).plusSeconds(22 * 3_600 + random.below(1_800));
    String of = plan != null ? plan : region != null ? region : "all";
    String id = "cst-" + kind + "-" + of.replace(' ', '_') + "-" + month;
    costs.add(
        new Cost(
            "e-" + id,
            id,
            null,
            at,
            at.plusSeconds(1L + random.below(90)),
            1,
            "finance",
            id,
            kind,
            month,
            plan,
            region,
            Math.round(random.logNormal(minor, 0.05))));
  }
}
