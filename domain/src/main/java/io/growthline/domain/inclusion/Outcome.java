package io.growthline.domain.inclusion;

import io.growthline.domain.customer.Activity;
import io.growthline.domain.event.OfferExposure;
import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.SupportContact;
import io.growthline.domain.growth.Activation;
import io.growthline.domain.growth.FctActivation;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What became of a customer. The opening day is day 1 of a window. */
enum Outcome {
  /** Funded and three purchases within 7 days, as in {@code marts.fct_activation}. */
  ACTIVATED_7D("higher", 7, Set.of(OnboardingStep.class)) {
    @Override
    Boolean of(CustomerAsOf customer, LocalDate openedOn) {
      return customer.rows(ACTIVATION).stream()
          .map(FctActivation::activatedD7)
          .anyMatch(Boolean.TRUE::equals);
    }
  },
  FUNDED_30D("higher", 30, Set.of(OnboardingStep.class)) {
    @Override
    Boolean of(CustomerAsOf customer, LocalDate openedOn) {
      return customer.known().until(OnboardingStep.class, openedOn.plusDays(days())).stream()
          .anyMatch(OnboardingStep::fundsAccount);
    }
  },
  /** Activity on one of the days 61 to 90. */
  ACTIVE_90D("higher", 90, Activity.TYPES) {
    @Override
    Boolean of(CustomerAsOf customer, LocalDate openedOn) {
      LocalDate end = openedOn.plusDays(days());
      return Activity.any(customer.known(), end.minusDays(MONTH_DAYS), end);
    }
  },
  COMPLAINT_90D("lower", 90, Set.of(SupportContact.class)) {
    @Override
    Boolean of(CustomerAsOf customer, LocalDate openedOn) {
      return contacted(customer, openedOn, SupportContact::complaint);
    }
  },
  SUPPORT_CONTACT_90D("lower", 90, Set.of(SupportContact.class)) {
    @Override
    Boolean of(CustomerAsOf customer, LocalDate openedOn) {
      return contacted(customer, openedOn, contact -> true);
    }
  },
  /** The first answer to whether the terms of an offer are understood, whenever it was asked. */
  OFFER_UNDERSTOOD("higher", 0, Set.of(OfferExposure.class)) {
    @Override
    Boolean of(CustomerAsOf customer, LocalDate openedOn) {
      return customer
          .known()
          .first(OfferExposure.class, shown -> shown.understood() != null)
          .map(OfferExposure::understood)
          .orElse(null);
    }
  };

  private static final Activation ACTIVATION = new Activation();
  private static final int MONTH_DAYS = 30;

  private final String better;
  private final int days;
  private final Set<Class<? extends RawEvent>> sources;

  Outcome(String better, int days, Collection<Class<? extends RawEvent>> sources) {
    this.better = better;
    this.days = days;
    this.sources = Set.copyOf(sources);
  }

  /** Names for contracts. */
  public static final class Names implements Supplier<List<String>> {
    @Override
    public List<String> get() {
      return Arrays.stream(values()).map(Outcome::text).toList();
    }
  }

  /** Name in tables. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a {@code higher} or a {@code lower} rate is better for customers. */
  String better() {
    return better;
  }

  /** Days that must have passed since the account was opened. */
  int days() {
    return days;
  }

  /** Events of one of these types show that the sources know of the outcome. */
  Set<Class<? extends RawEvent>> sources() {
    return sources;
  }

  /**
   * Whether a customer had the outcome.
   *
   * @param openedOn the window since then has passed
   * @return null for one who does not count, as no question was asked
   */
  abstract Boolean of(CustomerAsOf customer, LocalDate openedOn);

  private static boolean contacted(
      CustomerAsOf customer, LocalDate openedOn, Predicate<SupportContact> which) {
    return customer
        .known()
        .between(SupportContact.class, openedOn, openedOn.plusDays(COMPLAINT_90D.days))
        .stream()
        .anyMatch(which);
  }
}
