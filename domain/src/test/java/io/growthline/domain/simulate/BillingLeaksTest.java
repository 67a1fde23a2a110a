package io.growthline.domain.simulate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.growthline.domain.event.Invoice;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Billing goes wrong as often as planted, and nowhere else. */
class BillingLeaksTest {
  private static final World WORLD = World.standard();
  private static final Simulated EVENTS = Simulated.customers(2_000, 7);
  private static final Map<String, List<Subscription>> COURSES = courses();

  @Test
  void ofPaymentsAPlantedShareIsChargedTwice() {
    Map<String, Long> paid =
        EVENTS.of(Payment.class).stream()
            .filter(Payment::succeeded)
            .collect(Collectors.groupingBy(Payment::invoiceId, Collectors.counting()));
    long twice = paid.values().stream().filter(n -> n > 1).count();

    assertThat(twice, greaterThan(0L));
    assertShare(twice, paid.size(), WORLD.leaks().duplicateCharge());
  }

  @Test
  void ofMonthsUnderAPlanAPlantedShareHasNoInvoice() {
    long expected = 0;
    long missing = 0;
    Map<String, Set<LocalDate>> periods = new HashMap<>();
    for (Invoice invoice : EVENTS.of(Invoice.class)) {
      periods
          .computeIfAbsent(invoice.subscriptionId(), s -> new HashSet<>())
          .add(invoice.periodStart());
    }
    for (List<Subscription> course : COURSES.values()) {
      Instant end =
          course.stream()
              .filter(Subscription::cancels)
              .map(Subscription::occurredAt)
              .findFirst()
              .orElse(Simulated.YEAR.endInstant());
      LocalDate period = Period.day(course.get(0).occurredAt()).plusMonths(1);
      // An invoice is issued before 7 o'clock on the first day of its period.
      while (Period.instant(period).plus(Duration.ofHours(7)).isBefore(end)) {
        expected++;
        missing += periods.get(course.get(0).subscriptionId()).contains(period) ? 0 : 1;
        period = period.plusMonths(1);
      }
    }

    assertThat(missing, greaterThan(0L));
    assertShare(missing, expected, WORLD.leaks().unbilledMonth());
  }

  @Test
  void anInvoiceAsksForThePriceLessTheDiscountUnlessAnUpgradeWasMissedOrADiscountForgotten() {
    Set<String> upgrades = new HashSet<>();
    Set<String> missed = new HashSet<>();
    Set<String> overdue = new HashSet<>();
    for (Invoice invoice : EVENTS.of(Invoice.class)) {
      List<Subscription> course = COURSES.get(invoice.subscriptionId());
      Subscription now = at(course, invoice.occurredAt());
      Subscription start = course.get(0);
      boolean runs =
          start.discountMinor() != null && !invoice.periodStart().isAfter(start.discountEndsOn());
      long off = runs ? start.discountMinor() : 0;
      if (now.change().equals("upgrade")) {
        upgrades.add(now.eventId());
      }
      long lacking = now.priceMinor() - off - invoice.amountMinor();
      if (lacking != 0) {
        assertThat(invoice.toString(), lacking, greaterThan(0L));
        boolean forgotten =
            !runs && start.discountMinor() != null && lacking == start.discountMinor();
        if (forgotten) {
          overdue.add(invoice.subscriptionId());
        } else {
          assertThat(invoice.toString(), now.change(), is("upgrade"));
          missed.add(now.eventId());
        }
      }
    }
    long past =
        EVENTS.of(Invoice.class).stream()
            .filter(
                i -> {
                  Subscription start = COURSES.get(i.subscriptionId()).get(0);
                  return start.discountMinor() != null
                      && i.periodStart().isAfter(start.discountEndsOn());
                })
            .map(Invoice::subscriptionId)
            .distinct()
            .count();

    assertThat(missed.isEmpty(), is(false));
    assertThat(overdue.isEmpty(), is(false));
    assertShare(missed.size(), upgrades.size(), WORLD.leaks().underBilledUpgrade());
    assertShare(overdue.size(), past, WORLD.leaks().overdueDiscount());
  }

  @Test
  void attemptsOfAnInvoiceAreNumberedAndStopAtTheThird() {
    Map<String, List<Payment>> byInvoice =
        EVENTS.of(Payment.class).stream()
            .filter(p -> !p.refunded())
            .collect(Collectors.groupingBy(Payment::invoiceId));
    for (List<Payment> payments : byInvoice.values()) {
      for (int i = 0; i < payments.size(); i++) {
        Payment payment = payments.get(i);
        assertThat(payment.attempt(), lessThanOrEqualTo(3L));
        boolean again = i > 0 && payments.get(i - 1).succeeded();
        assertThat(payment.attempt(), is(again ? payments.get(i - 1).attempt() : i + 1L));
        assertThat(payment.failed(), is(payment.failureReason() != null));
      }
    }
  }

  @Test
  void onlyACancellationHasAReasonAndOneForFailedPaymentsFollowsThreeFailures() {
    Map<String, Long> failed =
        EVENTS.of(Payment.class).stream()
            .filter(p -> p.failed() && p.attempt() == 3)
            .collect(Collectors.groupingBy(Payment::customerId, Collectors.counting()));
    Map<String, Integer> reasons = new HashMap<>();
    for (List<Subscription> course : COURSES.values()) {
      for (Subscription change : course) {
        assertThat(change.cancels(), is(change.cancelReason() != null));
        if (change.cancels()) {
          reasons.merge(change.cancelReason(), 1, Integer::sum);
        }
        if ("payment_failed".equals(change.cancelReason())) {
          assertThat(failed.getOrDefault(change.customerId(), 0L), greaterThan(0L));
        }
      }
    }
    assertThat(reasons.keySet(), is(Set.of("chosen", "payment_failed")));
  }

  private static void assertShare(long found, long of, double planted) {
    double error = Math.sqrt(planted * (1 - planted) / of);
    assertThat(found + " of " + of, found / (double) of, closeTo(planted, 4 * error));
  }

  private static Subscription at(List<Subscription> course, Instant moment) {
    Subscription now = null;
    for (Subscription change : course) {
      if (!change.occurredAt().isAfter(moment)) {
        now = change;
      }
    }
    return now;
  }

  private static Map<String, List<Subscription>> courses() {
    Map<String, List<Subscription>> courses = new LinkedHashMap<>();
    for (Subscription change : EVENTS.of(Subscription.class)) {
      courses.computeIfAbsent(change.subscriptionId(), s -> new ArrayList<>()).add(change);
    }
    return courses;
  }
}
