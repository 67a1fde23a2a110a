package io.growthline.domain.customer;

import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.event.RawEvent;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** When a customer's account was opened. */
public final class Account {
  private Account() {}

  /**
   * The opening day by the newest known profile. Sources without profiles have no such day; there
   * the first account activation, else the first approval of identity, else the first activity
   * stands for it. Empty for applicants who never got that far.
   */
  public static Optional<LocalDate> openedOn(KnownEvents known) {
    return known
        .newest(CustomerProfile.class)
        .map(CustomerProfile::accountOpenedOn)
        .or(
            () ->
                known
                    .first(OnboardingStep.class, OnboardingStep::activatesAccount)
                    .map(Account::day))
        .or(
            () ->
                known
                    .first(OnboardingStep.class, OnboardingStep::approvesIdentity)
                    .map(Account::day))
        .or(() -> Activity.first(known).map(Account::day));
  }

  private static LocalDate day(RawEvent event) {
    return LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC);
  }
}
