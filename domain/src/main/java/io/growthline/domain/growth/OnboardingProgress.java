package io.growthline.domain.growth;

import io.growthline.domain.customer.KnownEvents;
import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.CustomerMart;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far each applicant came. All have the same 30 days, so that those who applied last month can
 * be compared with those of last year. A later step implies the earlier ones: an event that never
 * arrived does not make an applicant stop.
 */
public final class OnboardingProgress implements CustomerMart<FctOnboarding> {
  static final int WINDOW_DAYS = 30;
  private static final double CONFIDENT = 0.5;

  @Override
  public Class<FctOnboarding> table() {
    return FctOnboarding.class;
  }

  @Override
  public List<FctOnboarding> rows(CustomerAsOf customer) {
    return customer.known().first(OnboardingStep.class).stream()
        .map(first -> progress(customer, first.occurredAt()))
        .toList();
  }

  @Override
  public String emptyBecause() {
    return "no raw.onboarding_steps";
  }

  private static FctOnboarding progress(CustomerAsOf customer, Instant start) {
    KnownEvents known = customer.known();
    Optional<CustomerProfile> signup = known.first(CustomerProfile.class);
    Instant submitted = time(known.first(OnboardingStep.class, OnboardingStep::submitsApplication));
    Instant checked = time(known.first(OnboardingStep.class, OnboardingProgress::decidesIdentity));
    Instant approved = time(known.first(OnboardingStep.class, OnboardingStep::approvesIdentity));
    Instant activated = time(known.first(OnboardingStep.class, OnboardingStep::activatesAccount));
    Instant funded = time(known.first(OnboardingStep.class, OnboardingStep::fundsAccount));
    Instant purchased = time(known.first(Transaction.class, known::isPurchase));
    Instant end = start.plus(Duration.ofDays(WINDOW_DAYS));
    List<Instant> times =
        Stream.of(submitted, checked, approved, activated, funded, purchased)
            .map(at -> at != null && at.isBefore(end) ? at : null)
            .toList();
    int furthest = furthest(times);
    boolean mature = !end.isAfter(customer.asOf().atStartOfDay(ZoneOffset.UTC).toInstant());
    boolean complete = furthest == times.size() - 1;
    return new FctOnboarding(
        customer.id(),
        LocalDate.ofInstant(start, ZoneOffset.UTC),
        signup.map(CustomerProfile::signupChannel).orElse(null),
        signup.map(CustomerProfile::region).orElse(null),
        signup.map(CustomerProfile::incomeSegment).orElse(null),
        submitted,
        checked,
        approved,
        activated,
        funded,
        purchased,
        furthest + 1,
        OnboardingSteps.NAMES.get(furthest),
        mature && !complete ? OnboardingSteps.NAMES.get(furthest + 1) : null,
        mature,
        signup.map(OnboardingProgress::needsAssisted).orElse(null));
  }

  private static Boolean needsAssisted(CustomerProfile signup) {
    Double confidence = signup.digitalConfidence();
    boolean needs =
        signup.vulnerableCustomer()
            || Boolean.TRUE.equals(signup.accessibilityNeed())
            || (confidence != null && confidence < CONFIDENT);
    boolean asked = confidence != null || signup.accessibilityNeed() != null;
    return needs || asked ? (Boolean) needs : null;
  }

  // The first step itself is in the window, so there is one.
  private static int furthest(List<Instant> times) {
    int step = times.size() - 1;
    while (step > 0 && Objects.isNull(times.get(step))) {
      step--;
    }
    return step;
  }

  private static boolean decidesIdentity(OnboardingStep step) {
    return step.step().equals("kyc_decisioned");
  }

  private static Instant time(Optional<? extends RawEvent> event) {
    return event.map(RawEvent::occurredAt).orElse(null);
  }
}
