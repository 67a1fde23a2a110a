package io.growthline.domain.customer;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.simulate.Simulated;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The thresholds that come with the platform tell customers of the synthetic bank apart. */
class SegmentsOfTheBankTest {
  /**
   * The bank draws categories alike for all customers, so that necessities are 46 % of spending and
   * seldom 60 %: few are conscious of a budget.
   */
  @Test
  void everySegmentHoldsATwentiethOfTheActiveCustomersButOneThatHoldsAHundredth() {
    Map<String, Long> segments = new TreeMap<>();
    Map<String, List<RawEvent>> customers =
        Simulated.customers(400, 7).events().stream()
            .filter(event -> event.customerId() != null)
            .collect(Collectors.groupingBy(RawEvent::customerId));
    customers.forEach(
        (id, events) -> {
          CustomerAsOf customer = CustomerAsOf.of(id, events, Simulated.YEAR.end());
          Customer360Profile profile = customer.rows(new Customer360()).get(0);
          if (profile.recencyStatus().equals(Recency.ACTIVE)
              && profile.behaviouralSegment() != null) {
            segments.merge(profile.behaviouralSegment(), 1L, Long::sum);
          }
        });

    long active = segments.values().stream().mapToLong(n -> n).sum();
    assertThat(
        segments.keySet(),
        containsInAnyOrder(
            "high_value_traveler",
            "declining",
            "new_growing",
            "budget_conscious",
            "stable_mid_spender"));
    segments.forEach(
        (segment, count) ->
            assertThat(
                segments + " " + segment,
                (segment.equals("budget_conscious") ? 100 : 20) * count,
                greaterThanOrEqualTo(active)));
  }
}
