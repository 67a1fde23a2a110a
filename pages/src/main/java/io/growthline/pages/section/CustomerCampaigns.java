package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Place;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which campaigns may address the customer whose id is in the path, and why. */
public final class CustomerCampaigns implements Section {
  private static final String CAMPAIGNS =
      Stream.of("retention", "onboarding", "premium")
          .map(
              campaign ->
                  ("SELECT '%1$s' AS campaign, CASE WHEN %1$s_eligible THEN 'yes' ELSE 'no' END AS fits,"
                          + " %1$s_reason AS reason FROM marts.customer_360_profile WHERE customer_id = @id")
                      .formatted(campaign))
          .collect(Collectors.joining(" UNION ALL "));

  @Override
  public String id() {
    return "campaigns";
  }

  @Override
  public String title() {
    return "Campaigns";
  }

  @Override
  public Place place() {
    return Place.HALF;
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(
            "By what the customer does, not by a score. Nobody who is vulnerable is addressed."),
        Grid.of(
                "campaigns",
                title(),
                new SqlRows(CAMPAIGNS, "campaign", CustomerProfile.id(source)),
                List.of(
                    Column.of("campaign", "Campaign", Format.TITLE),
                    Column.of("fits", "Fits", Format.STATUS),
                    Column.of("reason", "Why", Format.SENTENCE)))
            .orElse("No campaign is known."));
  }
}
