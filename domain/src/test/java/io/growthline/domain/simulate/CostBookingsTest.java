package io.growthline.domain.simulate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.event.Cost;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class CostBookingsTest {
  private static final World WORLD = World.standard();
  private static final List<Cost> COSTS = CostBookings.of(WORLD, Simulated.YEAR, 10_000, 7);

  @Test
  void everyMonthThatEndsInThePeriodIsBookedOnItsLastDay() {
    assertThat(COSTS.stream().map(Cost::month).distinct().count(), is(12L));
    for (Cost cost : COSTS) {
      LocalDate next = Period.day(cost.occurredAt()).plusDays(1);
      assertThat(next, is(cost.month().plusMonths(1)));
    }
  }

  @Test
  void aMonthThatThePeriodCutsOffIsNotBooked() {
    Period cut = new Period(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-03-31"));

    assertThat(
        CostBookings.of(WORLD, cut, 100, 7).stream().map(Cost::month).distinct().toList(),
        is(List.of(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-02-01"))));
  }

  @Test
  void noBookingNamesACustomer() {
    assertThat(COSTS.stream().map(Cost::customerId).toList(), everyItem(nullValue()));
  }

  @Test
  void inTheLastMonthCostsFollowAccountsAndWhatPlansCost() {
    LocalDate last = Simulated.YEAR.end().minusMonths(1);
    // Eight in ten of nearly 10,000 accounts; bookings vary by 5 % each.
    assertThat(sum(last, c -> c.kind().equals("cost_to_serve")) / 8_000.0, closeTo(45, 2));
    assertThat(sum(last, c -> c.kind().equals("support")) / 8_000.0, closeTo(30, 1.5));
    assertThat(sum(last, c -> c.kind().equals("overhead")) / 8_000.0, closeTo(60, 9));
    double plus = 8_000 * 0.2 * 699 * 0.015;
    assertThat(sum(last, c -> "plus".equals(c.plan())) / plus, closeTo(1, 0.15));
  }

  @Test
  void twiceTheCustomersCostTwiceAsMuch() {
    List<Cost> twice = CostBookings.of(WORLD, Simulated.YEAR, 20_000, 7);
    for (int i = 0; i < COSTS.size(); i++) {
      double half = twice.get(i).amountMinor() / 2.0;
      assertThat(half, closeTo(COSTS.get(i).amountMinor(), 1));
    }
  }

  private static double sum(LocalDate month, Predicate<Cost> which) {
    return COSTS.stream()
        .filter(c -> c.month().equals(month))
        .filter(which)
        .mapToLong(Cost::amountMinor)
        .sum();
  }
}
