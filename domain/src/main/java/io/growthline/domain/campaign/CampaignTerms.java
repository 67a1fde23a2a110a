package io.growthline.domain.campaign;

import io.growthline.domain.pricing.Estimate;

/**
 * What a campaign costs and does, the same for each customer whom it contacts.
 *
 * @param contactCostMinor paid for each contact, 0 to {@value #MOST_MINOR}
 * @param incentiveMinor paid to those kept, and to those who would have stayed and take it, 0 to
 *     {@value #MOST_MINOR}
 * @param takeUp share of those who would have stayed that takes the incentive, from 0 to 1
 * @param success share of those who would leave that the campaign keeps, from 0 to 1
 */
public record CampaignTerms(
    long contactCostMinor, long incentiveMinor, double takeUp, Estimate success) {
  /** Largest amount that is taken seriously. */
  public static final long MOST_MINOR = 10_000_000;

  /**
   * @throws IllegalArgumentException naming the term that is out of range
   */
  public CampaignTerms {
    check(contactCostMinor >= 0 && contactCostMinor <= MOST_MINOR, "contact_cost_minor");
    check(incentiveMinor >= 0 && incentiveMinor <= MOST_MINOR, "incentive_minor");
    check(takeUp >= 0 && takeUp <= 1, "take_up");
    check(success.lower() >= 0 && success.upper() <= 1, "success");
  }

  /** Incentive expected for each contact of somebody who would have stayed: i·t, minor units. */
  double stayerIncentive() {
    return incentiveMinor * takeUp;
  }

  /** The same if success were this share for certain. */
  CampaignTerms ofSuccess(double share) {
    return new CampaignTerms(
        contactCostMinor, incentiveMinor, takeUp, new Estimate(share, share, share));
  }

  CampaignTerms ofIncentive(long minor) {
    return new CampaignTerms(contactCostMinor, minor, takeUp, success);
  }

  CampaignTerms ofContactCost(long minor) {
    return new CampaignTerms(minor, incentiveMinor, takeUp, success);
  }

  private static void check(boolean holds, String term) {
    if (!holds) {
      throw new IllegalArgumentException(term + " is out of range");
    }
  }
}
