package io.growthline.domain.simulate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;

import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.event.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The population as a whole looks like that of a bank. */
class PopulationTest {
  private static final Simulated WORLD = Simulated.customers(800, 7);

  @Test
  void ofActiveCustomersAFewInAHundredLeaveEachMonth() {
    Map<Integer, Set<String>> active = new HashMap<>();
    for (Transaction transaction : WORLD.of(Transaction.class)) {
      LocalDate day = Period.day(transaction.occurredAt());
      active.computeIfAbsent(month(day), m -> new HashSet<>()).add(transaction.customerId());
    }
    int last = month(Simulated.YEAR.end()) - 1;
    double before = 0;
    double gone = 0;
    for (int month = month(Simulated.YEAR.start()); month < last - 2; month++) {
      for (String customer : active.get(month)) {
        before++;
        gone += returns(active, customer, month, last) ? 0 : 1;
      }
    }

    assertThat(gone / before, allOf(greaterThan(0.015), lessThan(0.05)));
  }

  @Test
  void mostApprovedCustomersFundTheirAccountInAWeek() {
    Map<String, Instant> funded = new HashMap<>();
    Map<String, Instant> approved = new HashMap<>();
    for (OnboardingStep step : WORLD.of(OnboardingStep.class)) {
      if (step.step().equals("account_funded")) {
        funded.put(step.customerId(), step.occurredAt());
      } else if (step.step().equals("kyc_decisioned") && step.outcome().equals("approved")) {
        approved.put(step.customerId(), step.occurredAt());
      }
    }
    Instant mature = Simulated.YEAR.endInstant().minus(Duration.ofDays(7));
    approved.values().removeIf(at -> at.isAfter(mature));
    double activated =
        approved.entrySet().stream()
            .filter(a -> funded.containsKey(a.getKey()))
            .filter(a -> funded.get(a.getKey()).isBefore(a.getValue().plus(Duration.ofDays(7))))
            .count();

    assertThat(activated / approved.size(), allOf(greaterThan(0.6), lessThan(0.9)));
  }

  private static boolean returns(
      Map<Integer, Set<String>> active, String customer, int month, int last) {
    for (int later = month + 1; later <= last; later++) {
      if (active.get(later).contains(customer)) {
        return true;
      }
    }
    return false;
  }

  private static int month(LocalDate day) {
    return day.getYear() * 12 + day.getMonthValue();
  }
}
