package io.growthline.domain.simulate;

import io.growthline.domain.event.RawEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The life of synthetic customers, as the events that a bank would record. Pure: the events of a
 * customer depend on world, period, seed and customer number, and on nothing else.
 */
public final class CustomerSimulator {
  private final World world;
  private final Period period;
  private final long seed;
  private final CampaignWindow campaign;
  private final LocalDate drift;

  public CustomerSimulator(World world, Period period, long seed) {
    this.world = world;
    this.period = period;
    this.seed = seed;
    this.campaign = CampaignWindow.of(world, period);
    this.drift = period.at(world.drift().atShare());
  }

  /** All events of a customer, and of the failed application that may come with the number. */
  public List<RawEvent> simulate(long number) {
    Persona persona = Persona.of(world, period, seed, number);
    Onboarding onboarding = Onboarding.of(world, persona, seed);
    Life life = new Life(persona, onboarding);
    life.open();
    if (onboarding.fundedAt() == null) {
      life.fadeAway();
    } else {
      life.live();
    }
    List<RawEvent> events = new ArrayList<>(life.journal.events());
    events.addAll(transfers(persona, onboarding, life.journal.limit()));
    events.addAll(failedApplication(persona));
    return events;
  }

  /** Draws of its own, delivery times among them, leave all other events as they are. */
  private List<RawEvent> transfers(Persona persona, Onboarding onboarding, Instant limit) {
    if (onboarding.fundedAt() == null) {
      return List.of();
    }
    RandomStream random = stream(persona, "transfers");
    Journal journal = new Journal(persona.customerId(), period.endInstant(), random, "c");
    journal.closeAt(limit);
    new Transfers(world.protection(), random, journal).between(onboarding.fundedAt(), limit);
    return journal.events();
  }

  private List<RawEvent> failedApplication(Persona persona) {
    RandomStream random = stream(persona, "applicant");
    if (!random.chance(world.population().failedApplications())) {
      return List.of();
    }
    String applicant = String.format(Locale.ROOT, "A%06d", persona.number());
    // Their ids must not meet those of the customer with the same number.
    Journal journal = new Journal(applicant, period.endInstant(), random, "a");
    Instant at = persona.openedAt().minus(Duration.ofHours(random.below(72)));
    journal.step(at, "application_submitted", "received", null);
    if (random.chance(0.65)) {
      Instant decided = at.plus(Duration.ofMinutes(10L + random.below(3_000)));
      journal.step(decided, "kyc_decisioned", "rejected", null);
    }
    return journal.events();
  }

  private RandomStream stream(Persona persona, String purpose) {
    return RandomStream.of(seed, persona.number(), purpose);
  }

  /** One customer on the way through the period. */
  private final class Life {
    private final Persona persona;
    private final Onboarding onboarding;
    private final Journal journal;
    private final Signals signals = new Signals();
    private final RandomStream random;
    private final ProfileHistory profile;
    private final LifeCycle cycle;
    private final Spending spending;
    private final AppUse app;
    private final Billing billing;
    private final Care care;
    private final OfferLog offerLog;
    private final Offers offers;
    private final Promotions promotions;
    private final Referrals referrals;
    private final RetentionCampaign retention;

    Life(Persona persona, Onboarding onboarding) {
      this.persona = persona;
      this.onboarding = onboarding;
      random = stream(persona, "life");
      journal =
          new Journal(persona.customerId(), period.endInstant(), stream(persona, "delivery"), "c");
      profile =
          new ProfileHistory(world.population(), persona, stream(persona, "profile"), journal);
      cycle = new LifeCycle(world.churn(), stream(persona, "cycle"));
      spending = new Spending(world, persona, stream(persona, "spending"), journal);
      app = new AppUse(world, persona, stream(persona, "app"), journal, signals);
      billing =
          new Billing(
              world,
              persona.income(),
              stream(persona, "billing"),
              stream(persona, "leaks"),
              journal,
              signals);
      double contactFactor = persona.needs().contactFactor(world.inclusion());
      care = new Care(contactFactor, stream(persona, "care"), journal, signals);
      offerLog = new OfferLog(journal);
      offers = new Offers(world.offers(), stream(persona, "offers"), offerLog);
      promotions = new Promotions(world, persona, stream(persona, "promotions"), offerLog);
      referrals =
          new Referrals(
              world.rewards(), stream(persona, "referrals"), stream(persona, "ledger"), journal);
      retention = new RetentionCampaign(world, period, stream(persona, "retention"), journal);
    }

    void open() {
      journal.step(onboarding.submittedAt(), "application_submitted", "received", null);
      if (persona.variant() != null) {
        String experiment = world.experiment().experimentId();
        journal.assignment(onboarding.submittedAt().plusSeconds(1), experiment, persona.variant());
      }
      journal.step(onboarding.approvedAt(), "kyc_decisioned", "approved", null);
      profile.open();
      if (onboarding.activatedAt() != null) {
        journal.step(onboarding.activatedAt(), "account_activated", "completed", null);
        care.firstDays(onboarding.activatedAt(), persona.openedAt().plus(Duration.ofDays(4)));
      }
      if (onboarding.fundedAt() != null) {
        journal.step(
            onboarding.fundedAt(), "account_funded", "completed", onboarding.fundedMinor());
      }
    }

    /** Without money in the account, a customer looks around for some weeks and leaves. */
    void fadeAway() {
      if (onboarding.activatedAt() == null) {
        return;
      }
      Instant leaves = persona.openedAt().plus(Duration.ofDays(10L + random.below(40)));
      journal.closeAt(leaves);
      LocalDate first = Period.day(persona.openedAt());
      for (LocalDate day = first; before(day); day = day.plusDays(1)) {
        double level = Math.exp(-0.15 * (day.toEpochDay() - first.toEpochDay()));
        app.day(day(day, level), onboarding.activatedAt());
      }
    }

    void live() {
      billing.startWithAccount(onboarding.fundedAt().plusSeconds(900));
      YearMonth month = YearMonth.from(Period.day(persona.openedAt()));
      while (before(month.atDay(1))) {
        Instant from = later(Period.instant(month.atDay(1)), onboarding.activatedAt());
        Instant to = Period.instant(month.plusMonths(1).atDay(1));
        if (from.isBefore(to)) {
          month(from, to);
        }
        month = month.plusMonths(1);
      }
      offerLog.report(signals);
      referFriend();
    }

    private void month(Instant from, Instant to) {
      boolean leaves = tenure(from) > 20 && cycle.startMonth(from, signals);
      Instant leaving = random.between(from, to);
      boolean cancels = leaves && random.chance(0.6);
      if (leaves) {
        journal.closeAt(leaving);
      }
      Instant until = leaves ? leaving : to;
      billing.month(from, until, cycle, world.churn());
      activity(from, until);
      profile.month(from, until);
      care.month(from, until, cycle.declining());
      if (tenure(from) >= 14) {
        offers.month(from, until, profile, billing);
        promotions.month(from, until, profile);
        referrals.month(from, until);
        retention.month(from, until, profile, cycle);
      }
      if (leaves) {
        billing.leave(leaving, cancels);
      }
    }

    private void activity(Instant from, Instant until) {
      app.startMonth();
      boolean pauses = tenure(from) > 45 && random.chance(world.activity().pauseMonthly());
      LocalDate pauseFrom = Period.day(random.between(from, until));
      LocalDate pauseTo = pauseFrom.plusDays(12L + random.below(16));
      for (LocalDate day = Period.day(from);
          Period.instant(day).isBefore(until) && before(day);
          day = day.plusDays(1)) {
        if (!pauses || day.isBefore(pauseFrom) || !day.isBefore(pauseTo)) {
          Day today = day(day, cycle.level());
          spending.day(today, onboarding.fundedAt());
          app.day(today, onboarding.activatedAt());
        }
      }
    }

    private void referFriend() {
      if (persona.number() == 0) {
        return;
      }
      Persona friend = Persona.of(world, period, seed, persona.number() - 1);
      boolean knows = persona.openedAt().plus(Duration.ofDays(30)).isBefore(friend.openedAt());
      if (friend.channel().equals("referral") && knows) {
        referrals.invite(friend, Onboarding.of(world, friend, seed));
      }
    }

    private Day day(LocalDate date, double level) {
      return new Day(
          date,
          date.toEpochDay() - Period.day(persona.openedAt()).toEpochDay(),
          level,
          !date.isBefore(drift),
          campaign.covers(profile.region(), date));
    }

    private boolean before(LocalDate day) {
      return Period.instant(day).isBefore(journal.limit());
    }

    private long tenure(Instant at) {
      return Duration.between(persona.openedAt(), at).toDays();
    }

    private static Instant later(Instant a, Instant b) {
      return a.isAfter(b) ? a : b;
    }
  }
}
