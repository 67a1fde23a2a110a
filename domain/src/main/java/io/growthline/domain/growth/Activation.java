package io.growthline.domain.growth;

import io.growthline.domain.customer.Account;
import io.growthline.domain.customer.CustomerTimeline;
import io.growthline.domain.customer.KnownEvents;
import io.growthline.domain.customer.TransactionFacts;
import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.SupportContact;
import io.growthline.domain.event.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Builds the activation facts of a customer. The opening day is day 1: the end of day 3 is midnight
 * three days after it began. Columns by day 3 hold what was known then, so that a model may learn
 * from them; the outcome of day 7 counts what became known later, too.
 */
public final class Activation {
  private static final int EARLY_DAYS = 3;
  private static final int OUTCOME_DAYS = 7;
  private static final int TRANSACTIONS_NEEDED = 3;

  private Activation() {}

  /** The facts as known at {@code asOf}; empty for a customer without an account. */
  public static Optional<FctActivation> of(CustomerTimeline timeline, LocalDate asOf) {
    KnownEvents known = new KnownEvents(timeline, midnight(asOf));
    return Account.openedOn(known)
        .filter(day -> day.isBefore(asOf))
        .map(day -> facts(timeline, known, day, asOf));
  }

  private static FctActivation facts(
      CustomerTimeline timeline, KnownEvents known, LocalDate openedOn, LocalDate asOf) {
    LocalDate earlyEnd = openedOn.plusDays(EARLY_DAYS);
    KnownEvents early =
        new KnownEvents(timeline, midnight(earlyEnd.isBefore(asOf) ? earlyEnd : asOf));
    Optional<CustomerProfile> opening = known.first(CustomerProfile.class, p -> true);
    boolean mature = !openedOn.plusDays(OUTCOME_DAYS).isAfter(asOf);
    return new FctActivation(
        timeline.customerId(),
        openedOn,
        opening.map(CustomerProfile::signupChannel).orElse(null),
        opening.map(CustomerProfile::region).orElse(null),
        opening.map(CustomerProfile::incomeSegment).orElse(null),
        time(known, "application_submitted"),
        time(known.first(OnboardingStep.class, Account::isApproval)),
        time(known, "account_activated"),
        time(known, "account_funded"),
        time(known.first(Transaction.class, TransactionFacts::isApproved)),
        kycHours(early),
        step(early, "account_funded").isPresent(),
        fundedMinor(early),
        approved(early.all(Transaction.class)),
        early.all(Session.class).size(),
        early.all(FeatureUse.class).stream().map(FeatureUse::feature).distinct().count(),
        early.all(SupportContact.class).size(),
        early.newest(CustomerProfile.class).map(CustomerProfile::pushOptIn).orElse(false),
        mature ? activated(known, midnight(openedOn.plusDays(OUTCOME_DAYS))) : null,
        mature);
  }

  private static Double kycHours(KnownEvents early) {
    Instant submitted = time(early, "application_submitted");
    Instant approved = time(early.first(OnboardingStep.class, Account::isApproval));
    return submitted == null || approved == null
        ? null
        : Duration.between(submitted, approved).toMinutes() / 60.0;
  }

  private static long fundedMinor(KnownEvents early) {
    return early.all(OnboardingStep.class).stream()
        .filter(s -> s.step().equals("account_funded") && s.amountMinor() != null)
        .mapToLong(OnboardingStep::amountMinor)
        .sum();
  }

  private static boolean activated(KnownEvents known, Instant end) {
    boolean funded =
        known.between(OnboardingStep.class, Instant.MIN, end).stream()
            .anyMatch(s -> s.step().equals("account_funded"));
    return funded
        && approved(known.between(Transaction.class, Instant.MIN, end)) >= TRANSACTIONS_NEEDED;
  }

  private static long approved(List<Transaction> transactions) {
    return transactions.stream().filter(TransactionFacts::isApproved).count();
  }

  private static Optional<OnboardingStep> step(KnownEvents known, String step) {
    return known.first(OnboardingStep.class, s -> s.step().equals(step));
  }

  private static Instant time(KnownEvents known, String step) {
    return time(step(known, step));
  }

  private static Instant time(Optional<? extends RawEvent> event) {
    return event.map(RawEvent::occurredAt).orElse(null);
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
