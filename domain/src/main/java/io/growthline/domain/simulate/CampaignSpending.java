package io.growthline.domain.simulate;

import io.growthline.domain.event.CampaignSpend;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What marketing spends a day: always on search and social, and the regional campaign. */
public final class CampaignSpending {
  private CampaignSpending() {}

  /** All bookings of the period; they name no customer. */
  public static List<CampaignSpend> of(World world, Period period, long seed) {
    RandomStream random = RandomStream.of(seed, -1, "campaign");
    CampaignWindow window = CampaignWindow.of(world, period);
    List<CampaignSpend> spend = new ArrayList<>();
    for (LocalDate day = period.start(); day.isBefore(period.end()); day = day.plusDays(1)) {
      spend.add(booking("always_on", null, "paid_search", day, 95_000, random));
      spend.add(booking("always_on", null, "paid_social", day, 60_000, random));
      for (String region : window.regions()) {
        if (window.covers(region, day)) {
          long budget = world.campaign().dailySpendMinor();
          spend.add(booking(world.campaign().campaignId(), region, "radio", day, budget, random));
        }
      }
    }
    return spend;
  }

  private static CampaignSpend booking(
      String campaign,
      String region,
      String channel,
      LocalDate day,
      long budget,
      RandomStream random) {
    long minor = Math.round(random.logNormal(budget, 0.1));
    long impressions = minor / 2 + random.below(1_000);
    Instant at = Period.instant(day).plusSeconds(23 * 3_600 + random.below(1_800));
    String key = "cmp-" + campaign + "-" + channel + "-" + (region == null ? "all" : region);
    String id = key.replace(' ', '_') + "-" + day;
    return new CampaignSpend(
        "e-" + id,
        id,
        null,
        at,
        at.plusSeconds(1L + random.below(90)),
        1,
        "marketing",
        campaign,
        region,
        channel,
        day,
        minor,
        impressions,
        impressions / 80 + random.below(20));
  }
}
