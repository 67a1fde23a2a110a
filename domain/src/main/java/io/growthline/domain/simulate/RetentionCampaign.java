package io.growthline.domain.simulate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The part of one customer in the campaign of the CRM. Arms are drawn, contacts and who was held
 * out are logged, and who is contacted declines and closes less often for a while.
 */
final class RetentionCampaign {
  // Shortly before the month in which it is to work.
  private static final int DAYS_AHEAD = 3;

  private final World.Retention world;
  private final Instant at;
  private final RandomStream random;
  private final Journal journal;

  RetentionCampaign(World world, Period period, RandomStream random, Journal journal) {
    this.world = world.retention();
    this.random = random;
    this.at = random.within(day(world, period));
    this.journal = journal;
  }

  /** The day of all contacts; before the period when that is short. */
  static LocalDate day(World world, Period period) {
    return period.end().minusMonths(world.retention().monthsBeforeEnd()).minusDays(DAYS_AHEAD);
  }

  /** Contacts or holds out an active customer when the day of the campaign is in the month. */
  void month(Instant from, Instant until, ProfileHistory profile, LifeCycle cycle) {
    boolean isNow = !at.isBefore(from) && at.isBefore(until);
    if (!isNow || profile.vulnerable() || !random.chance(world.share())) {
      return;
    }
    boolean treated = random.chance(world.treatedShare());
    boolean paid = treated && random.chance(world.takeUp());
    journal.campaignContact(
        at,
        world,
        treated,
        world.valueMinor().get(profile.income()),
        paid ? (Long) world.incentiveMinor() : null);
    if (treated) {
      cycle.keep(world, at.plus(Duration.ofDays(world.days())));
    }
  }
}
