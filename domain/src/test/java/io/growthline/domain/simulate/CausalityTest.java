package io.growthline.domain.simulate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.growthline.domain.event.Invoice;
import io.growthline.domain.event.OfferExposure;
import io.growthline.domain.event.OfferOutcome;
import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Subscription;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Nothing happens before its cause or after its end. */
class CausalityTest {
  private static final Simulated WORLD = Simulated.customers(200, 7);

  @Test
  void anOutcomeComesAfterTheExposureThatItNames() {
    Map<String, OfferExposure> exposures = WORLD.by(OfferExposure.class, OfferExposure::exposureId);

    for (OfferOutcome outcome : WORLD.of(OfferOutcome.class)) {
      follows(outcome, exposures.get(outcome.exposureId()));
    }
  }

  @Test
  void aPaymentComesAfterTheInvoiceThatItNames() {
    Map<String, Invoice> invoices = WORLD.by(Invoice.class, Invoice::invoiceId);

    for (Payment payment : WORLD.of(Payment.class)) {
      follows(payment, invoices.get(payment.invoiceId()));
    }
  }

  @Test
  void onboardingGoesFromApplicationToMoneyWithoutASkippedStep() {
    String[] steps = {
      "application_submitted", "kyc_decisioned", "account_activated", "account_funded"
    };
    for (int i = 1; i < steps.length; i++) {
      Map<String, OnboardingStep> before = steps(steps[i - 1]);
      for (OnboardingStep step : steps(steps[i]).values()) {
        OnboardingStep cause = before.get(step.customerId());
        follows(step, cause);
        assertThat(i < 2 || !cause.outcome().equals("rejected"), is(true));
      }
    }
  }

  @Test
  void aCancelledPlanIsInvoicedNoMore() {
    Map<String, Invoice> invoices = WORLD.by(Invoice.class, Invoice::invoiceId);

    for (Subscription change : WORLD.of(Subscription.class)) {
      if (change.change().equals("cancel")) {
        invoices.values().stream()
            .filter(i -> i.subscriptionId().equals(change.subscriptionId()))
            .forEach(i -> assertThat(change.occurredAt(), greaterThan(i.occurredAt())));
      }
    }
  }

  @Test
  void aCustomerWhoLeftDoesNothingMore() {
    Period period = Simulated.YEAR;
    Journal journal =
        new Journal("C000001", period.endInstant(), RandomStream.of(1, 1, "delivery"), "c");
    Instant leaves = Period.instant(period.start().plusDays(40));
    journal.closeAt(leaves);

    assertThat(journal.session(leaves.minusSeconds(1), 60, 3, false), is(true));
    assertThat(journal.session(leaves, 60, 3, false), is(false));
    assertThat(journal.events().size(), is(1));
  }

  private static Map<String, OnboardingStep> steps(String step) {
    return WORLD.of(OnboardingStep.class).stream()
        .filter(s -> s.step().equals(step))
        .collect(Collectors.toMap(OnboardingStep::customerId, s -> s));
  }

  private static void follows(RawEvent effect, RawEvent cause) {
    assertThat("Nothing caused " + effect, cause, notNullValue());
    assertThat(effect.toString(), effect.occurredAt(), greaterThan(cause.occurredAt()));
    assertThat(effect.customerId(), is(cause.customerId()));
  }
}
