package io.growthline.cloudrun.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a simulation of a campaign asks. */
public record CampaignRequest(
    @Schema(description = "Whom it is for; everybody when absent") Audience audience,
    @Schema(description = "Paid for each contact, in minor units", minimum = "0")
        Long contactCostMinor,
    @Schema(
            description =
                "Paid to those kept, and to those who would have stayed and take it; 0 when absent",
            minimum = "0")
        Long incentiveMinor,
    @Schema(
            description = "Share of those who would have stayed that takes it; 1 when absent",
            minimum = "0",
            maximum = "1")
        Double takeUp,
    @Schema(description = "Share of those who would leave that the campaign keeps")
        Success success) {

  /** Customers who match all that is asked; of a list any value will do. */
  public record Audience(
      @Schema(description = "How they spend") List<String> behaviouralSegments,
      @Schema(description = "Income bands") List<String> incomeSegments,
      @Schema(description = "Bands of the churn model") List<String> riskBands,
      @Schema(description = "Bands of expected margin") List<String> valueBands,
      @Schema(description = "Least chance of leaving", minimum = "0", maximum = "1")
          Double churnMin,
      @Schema(description = "Largest chance of leaving", minimum = "0", maximum = "1")
          Double churnMax,
      @Schema(description = "Least margin expected in 52 weeks, in minor units", minimum = "0")
          Long marginMinMinor,
      @Schema(description = "Least score of the activation model", minimum = "0", maximum = "1")
          Double activationMin) {
    static final Audience ALL = new Audience(null, null, null, null, null, null, null, null);
  }

  /** A share with its 90 % range. */
  public record Success(
      @Schema(description = "Expected share", minimum = "0", maximum = "1") Double value,
      @Schema(description = "Lower end of its range", minimum = "0", maximum = "1") Double lower,
      @Schema(description = "Upper end of its range", minimum = "0", maximum = "1") Double upper) {}
}
