package io.growthline.domain.simulate;

import io.growthline.domain.event.GeoTreatment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The regional campaign, declared as a test of what it does to signups. */
public final class GeoDeclarations {
  private GeoDeclarations() {}

  /** The regions of the campaign, declared on its first day; they name no customer. */
  public static List<GeoTreatment> of(World world, Period period) {
    CampaignWindow window = CampaignWindow.of(world, period);
    List<GeoTreatment> declared = new ArrayList<>();
    for (String region : window.regions()) {
      Instant at = Period.instant(window.from());
      String test = world.campaign().campaignId();
      String id = "geo-" + test + "-" + region.replace(' ', '_');
      declared.add(
          new GeoTreatment(
              "e-" + id,
              id,
              null,
              at,
              at.plusSeconds(1),
              1,
              "marketing",
              test,
              "signups",
              region,
              "treated",
              window.from(),
              window.to().minusDays(1),
              null));
    }
    return declared;
  }
}
