package io.growthline.domain.simulate;

import java.time.LocalDate;
import java.util.List;

/** Where and when the regional campaign runs; the last day is exclusive. */
record CampaignWindow(List<String> regions, LocalDate from, LocalDate to) {
  static CampaignWindow of(World world, Period period) {
    LocalDate from = period.at(world.campaign().fromShare());
    LocalDate to = from.plusDays(world.campaign().days());
    return new CampaignWindow(
        world.campaign().regions(), from, to.isAfter(period.end()) ? period.end() : to);
  }

  boolean covers(String region, LocalDate day) {
    return !day.isBefore(from) && day.isBefore(to) && regions.contains(region);
  }
}
