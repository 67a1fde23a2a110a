package io.growthline.domain.metric;

import static io.growthline.domain.metric.Counting.is;
import static io.growthline.domain.metric.Counting.one;
import static io.growthline.domain.metric.Counting.sum;
import static io.growthline.domain.metric.Measure.ofCustomers;
import static io.growthline.domain.metric.Measure.ofEvents;
import static io.growthline.domain.metric.Measure.ofRows;

import io.growthline.domain.event.CampaignSpend;
import io.growthline.domain.event.OfferExposure;
import io.growthline.domain.event.OfferOutcome;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Referral;
import io.growthline.domain.mart.CustomerMart;
import io.growthline.domain.pricing.FctOfferOutcome;
import io.growthline.domain.pricing.OfferOutcomes;
import java.util.List;
import java.util.function.ToLongFunction;

/** Offers, referrals and campaigns: what they cost and what comes of them. */
final class MarketingMeasures {
  private static final CustomerMart<FctOfferOutcome> OFFERS = new OfferOutcomes();

  static final List<Measure> ALL =
      List.of(
          offers("offers_shown", OfferExposure.class, "Offers shown in the period", o -> 1),
          offers(
              "offers_decided",
              OfferExposure.class,
              "Offers shown in the period whose outcome is known",
              o -> one(o.accepted() != null)),
          offers(
              "offers_accepted",
              OfferExposure.class,
              "Offers shown in the period that were taken",
              o -> one(is(o.accepted()))),
          offers(
              "incentives_minor",
              OfferOutcome.class,
              "Incentives paid for these",
              o -> is(o.accepted()) && o.incentiveCostMinor() != null ? o.incentiveCostMinor() : 0),
          offers(
              "offers_with_margin",
              OfferOutcome.class,
              "Offers shown in the period that were taken and whose margin is known",
              o -> one(is(o.accepted()) && o.marginMinor() != null)),
          offers(
              "offer_margin_minor",
              OfferOutcome.class,
              "Margin over twelve months of these, after the incentive",
              o -> is(o.accepted()) && o.marginMinor() != null ? o.marginMinor() : 0),
          ofRows(
              "referral_invitations",
              Referral.class,
              "Invitations of the period",
              e -> one(e.stage().equals("invited"))),
          ofRows(
              "referral_qualifications",
              Referral.class,
              "Referrals that qualified in the period",
              e -> one(e.qualifies())),
          spend("campaign_spend_minor", "Campaign spend of the period's days", e -> e.spendMinor()),
          spend(
              "click_spend_minor",
              "Of this, spend of bookings that say how many clicks came",
              e -> e.clicks() == null ? 0 : e.spendMinor()),
          spend("clicks", "Clicks of these bookings", e -> e.clicks() == null ? 0 : e.clicks()));

  private MarketingMeasures() {}

  private static Measure offers(
      String id,
      Class<? extends RawEvent> source,
      String description,
      ToLongFunction<FctOfferOutcome> amount) {
    return ofCustomers(
        id,
        List.of(source),
        description,
        p -> sum(p.rows(OFFERS, FctOfferOutcome::shownOn), amount),
        OfferExposure.class::isInstance);
  }

  private static Measure spend(
      String id, String description, ToLongFunction<CampaignSpend> amount) {
    return ofEvents(id, CampaignSpend.class, description, CampaignSpend::spendOn, amount);
  }
}
