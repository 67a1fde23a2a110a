package io.growthline.domain.simulate;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was planted in a generated world, for tests of the analyses that should find it again. */
public final class PlantedTruth {
  private PlantedTruth() {}

  /** Planted effects by theme, ready to be written as JSON. */
  public static Map<String, Object> of(World world, Period period) {
    Map<String, Object> truth = new LinkedHashMap<>();
    truth.put("start", period.start().toString());
    truth.put("end", period.end().toString());
    truth.put("elasticity", elasticities(world.offers()));
    truth.put("experiment", experiment(world, period));
    truth.put("geo", geo(world, period));
    truth.put("retention", retention(world, period));
    truth.put("drift", drift(world, period));
    truth.put("churn", world.churn());
    truth.put("baskets", world.population().baskets());
    truth.put("inclusion", world.inclusion());
    truth.put("protection", world.protection());
    truth.put("promotions", world.promotions());
    truth.put("rewards", world.rewards());
    truth.put("leaks", world.leaks());
    truth.put("costs", world.costs());
    return truth;
  }

  private static Map<String, Object> elasticities(World.Offers offers) {
    Map<String, Object> bySegment = new LinkedHashMap<>();
    offers
        .logPriceCoefficient()
        .forEach(
            (income, coefficient) -> {
              double accepted = offers.acceptance(income, offers.referencePriceMinor(), 0);
              Map<String, Object> segment = new LinkedHashMap<>();
              segment.put("logit_log_price_coefficient", coefficient);
              segment.put("acceptance_at_reference", accepted);
              // d ln p / d ln price of a logit is its coefficient times 1 - p.
              segment.put("elasticity_at_reference", coefficient * (1 - accepted));
              bySegment.put(income, segment);
            });
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("reference_price_minor", offers.referencePriceMinor());
    result.put("segments", bySegment);
    return result;
  }

  private static Map<String, Object> experiment(World world, Period period) {
    World.Experiment experiment = world.experiment();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("experiment_id", experiment.experimentId());
    result.put("from", period.at(experiment.fromShare()).toString());
    result.put("to", period.at(experiment.toShare()).toString());
    result.put("funding_logit_uplift", experiment.fundingLogitUplift());
    result.put("first_week_activity_uplift", experiment.firstWeekActivityUplift());
    return result;
  }

  private static Map<String, Object> geo(World world, Period period) {
    CampaignWindow window = CampaignWindow.of(world, period);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("campaign_id", world.campaign().campaignId());
    result.put("regions", window.regions());
    result.put("from", window.from().toString());
    result.put("to", window.to().toString());
    result.put("signup_lift", world.campaign().signupLift());
    result.put("spend_lift", world.campaign().spendLift());
    return result;
  }

  private static Map<String, Object> retention(World world, Period period) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("day", RetentionCampaign.day(world, period).toString());
    result.put("campaign", world.retention());
    return result;
  }

  private static Map<String, Object> drift(World world, Period period) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("from", period.at(world.drift().atShare()).toString());
    result.put("session_factor", world.drift().sessionFactor());
    result.put("session_length_factor", world.drift().sessionLengthFactor());
    result.put("online_shift", world.drift().onlineShift());
    return result;
  }
}
