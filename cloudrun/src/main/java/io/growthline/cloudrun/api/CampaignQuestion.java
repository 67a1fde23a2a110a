package io.growthline.cloudrun.api;

import io.growthline.domain.campaign.CampaignAudience;
import io.growthline.domain.campaign.CampaignTerms;
import io.growthline.domain.decision.ProbabilityRange;
import io.growthline.domain.pricing.Estimate;
import io.growthline.pages.campaign.CampaignChoices;
import java.util.List;

/**
 * A request that was checked.
 *
 * @param audience whom the campaign is for
 * @param terms what it costs and does
 */
record CampaignQuestion(CampaignAudience audience, CampaignTerms terms) {
  /**
   * Checks all that does not depend on the data.
   *
   * @throws ProblemException naming the field that is missing or out of range
   */
  static CampaignQuestion of(CampaignRequest request) {
    CampaignTerms terms =
        new CampaignTerms(
            amount(
                "contact_cost_minor",
                JsonBody.require(request.contactCostMinor(), "contact_cost_minor")),
            request.incentiveMinor() == null
                ? 0
                : amount("incentive_minor", request.incentiveMinor()),
            request.takeUp() == null ? 1 : share("take_up", request.takeUp()),
            success(JsonBody.require(request.success(), "success")));
    CampaignRequest.Audience asked =
        request.audience() == null ? CampaignRequest.Audience.ALL : request.audience();
    return new CampaignQuestion(audience(asked), terms);
  }

  /**
   * @throws ProblemException naming the field of a value that there is not
   */
  void requireKnown(CampaignChoices choices) {
    requireAll(
        "behavioural_segments", audience.behaviouralSegments(), choices.behaviouralSegments());
    requireAll("income_segments", audience.incomeSegments(), choices.incomeSegments());
    requireAll("risk_bands", audience.riskBands(), choices.riskBands());
    requireAll("value_bands", audience.valueBands(), choices.valueBands());
  }

  private static void requireAll(String field, List<String> asked, List<String> known) {
    asked.forEach(value -> Parameters.requireOneOf("audience." + field, value, known));
  }

  private static CampaignAudience audience(CampaignRequest.Audience asked) {
    return new CampaignAudience(
        list("behavioural_segments", asked.behaviouralSegments()),
        list("income_segments", asked.incomeSegments()),
        list("risk_bands", asked.riskBands()),
        list("value_bands", asked.valueBands()),
        churn(asked.churnMin(), asked.churnMax()),
        asked.marginMinMinor() == null
            ? null
            : (Long) amount("audience.margin_min_minor", asked.marginMinMinor()),
        asked.activationMin() == null
            ? null
            : (Double) share("audience.activation_min", asked.activationMin()));
  }

  private static List<String> list(String field, List<String> values) {
    if (values == null) {
      return List.of();
    }
    values.forEach(value -> JsonBody.require(value, "audience." + field));
    return values.stream().distinct().sorted().toList();
  }

  private static ProbabilityRange churn(Double min, Double max) {
    if (min == null && max == null) {
      return null;
    }
    double least = min == null ? 0 : share("audience.churn_min", min);
    double most = max == null ? 1 : share("audience.churn_max", max);
    if (least > most) {
      throw outOfRange("audience.churn_max", "audience.churn_min", "1");
    }
    return new ProbabilityRange(least, most);
  }

  private static Estimate success(CampaignRequest.Success asked) {
    double value = share("success.value", JsonBody.require(asked.value(), "success.value"));
    double lower = share("success.lower", JsonBody.require(asked.lower(), "success.lower"));
    double upper = share("success.upper", JsonBody.require(asked.upper(), "success.upper"));
    if (lower > value) {
      throw outOfRange("success.lower", "0", "success.value");
    }
    if (upper < value) {
      throw outOfRange("success.upper", "success.value", "1");
    }
    return new Estimate(value, lower, upper);
  }

  private static long amount(String field, long minor) {
    if (minor < 0 || minor > CampaignTerms.MOST_MINOR) {
      throw outOfRange(field, "0", String.valueOf(CampaignTerms.MOST_MINOR));
    }
    return minor;
  }

  private static double share(String field, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw outOfRange(field, "0", "1");
    }
    return share;
  }

  private static ProblemException outOfRange(String field, String least, String most) {
    return new ProblemException(
        ProblemCode.OUT_OF_RANGE, field + " must be between " + least + " and " + most, field);
  }
}
