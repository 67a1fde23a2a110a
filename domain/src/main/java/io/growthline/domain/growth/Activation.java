package io.growthline.domain.growth;

import io.growthline.domain.customer.KnownEvents;
import io.growthline.domain.customer.Spending;
import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.SupportContact;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.CustomerMart;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The activation facts of a customer with an account. The opening day is day 1: the end of day 3 is
 * midnight three days after it began. Columns by day 3 hold what was known then, so that a model
 * may learn from them; the outcome of day 7 counts what became known later, too.
 */
public final class Activation implements CustomerMart<FctActivation> {
  private static final int EARLY_DAYS = 3;
  private static final int OUTCOME_DAYS = 7;
  private static final int TRANSACTIONS_NEEDED = 3;

  @Override
  public Class<FctActivation> table() {
    return FctActivation.class;
  }

  @Override
  public List<FctActivation> rows(CustomerAsOf customer) {
    return customer.openedOn().map(day -> facts(customer, day)).stream().toList();
  }

  @Override
  public String emptyBecause() {
    return "no customer has an account";
  }

  private static FctActivation facts(CustomerAsOf customer, LocalDate openedOn) {
    KnownEvents known = customer.known();
    KnownEvents early = customer.knownBefore(openedOn.plusDays(EARLY_DAYS));
    Optional<CustomerProfile> opening = known.first(CustomerProfile.class);
    LocalDate outcomeOn = openedOn.plusDays(OUTCOME_DAYS);
    boolean mature = !outcomeOn.isAfter(customer.asOf());
    Optional<OnboardingStep> submitted =
        known.first(OnboardingStep.class, OnboardingStep::submitsApplication);
    Optional<Instant> activated = activatedAt(known, outcomeOn);
    return new FctActivation(
        customer.id(),
        openedOn,
        opening.map(CustomerProfile::signupChannel).orElse(null),
        opening.map(CustomerProfile::region).orElse(null),
        opening.map(CustomerProfile::incomeSegment).orElse(null),
        time(submitted),
        time(known.first(OnboardingStep.class, OnboardingStep::approvesIdentity)),
        time(known.first(OnboardingStep.class, OnboardingStep::activatesAccount)),
        time(known.first(OnboardingStep.class, OnboardingStep::fundsAccount)),
        time(known.first(Transaction.class, known::isPurchase)),
        kycHours(early),
        early.first(OnboardingStep.class, OnboardingStep::fundsAccount).isPresent(),
        fundedMinor(early),
        Spending.of(early, early.all(Transaction.class)).count(),
        early.all(Session.class).size(),
        early.all(FeatureUse.class).stream().map(FeatureUse::feature).distinct().count(),
        early.all(SupportContact.class).size(),
        early.newest(CustomerProfile.class).map(CustomerProfile::pushOptIn).orElse(false),
        mature ? activated.isPresent() : null,
        mature ? hours(time(submitted), activated.orElse(null)) : null,
        mature);
  }

  private static Double kycHours(KnownEvents early) {
    Instant submitted = time(early.first(OnboardingStep.class, OnboardingStep::submitsApplication));
    Instant approved = time(early.first(OnboardingStep.class, OnboardingStep::approvesIdentity));
    return hours(submitted, approved);
  }

  private static Double hours(Instant from, Instant to) {
    return from == null || to == null ? null : Duration.between(from, to).toMinutes() / 60.0;
  }

  private static long fundedMinor(KnownEvents early) {
    long sum = 0;
    for (OnboardingStep step : early.all(OnboardingStep.class)) {
      if (step.fundsAccount() && step.amountMinor() != null) {
        sum = Math.addExact(sum, step.amountMinor());
      }
    }
    return sum;
  }

  /** When the last of what activates a customer had happened; empty if not before {@code end}. */
  private static Optional<Instant> activatedAt(KnownEvents known, LocalDate end) {
    Optional<Instant> funded =
        known.until(OnboardingStep.class, end).stream()
            .filter(OnboardingStep::fundsAccount)
            .findFirst()
            .map(RawEvent::occurredAt);
    Optional<Instant> bought =
        known.until(Transaction.class, end).stream()
            .filter(known::isPurchase)
            .skip(TRANSACTIONS_NEEDED - 1L)
            .findFirst()
            .map(RawEvent::occurredAt);
    return funded.flatMap(f -> bought.map(b -> b.isAfter(f) ? b : f));
  }

  private static Instant time(Optional<? extends RawEvent> event) {
    return event.map(RawEvent::occurredAt).orElse(null);
  }
}
