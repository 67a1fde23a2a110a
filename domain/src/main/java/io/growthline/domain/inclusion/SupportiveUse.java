package io.growthline.domain.inclusion;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a sign of wellbeing may be used for. The list is closed: a use against customers has no
 * name.
 */
enum SupportiveUse {
  @JsonProperty("offer_help")
  OFFER_HELP("offer help from a person"),
  @JsonProperty("payment_plan")
  PAYMENT_PLAN("offer a payment plan"),
  @JsonProperty("signpost_advice")
  SIGNPOST_ADVICE("point to free advice"),
  @JsonProperty("service_review")
  SERVICE_REVIEW("review what went wrong in the service"),
  @JsonProperty("monitor_totals")
  MONITOR_TOTALS("follow the share of customers");

  private final String words;

  SupportiveUse(String words) {
    this.words = words;
  }

  /** The use in words. */
  String words() {
    return words;
  }
}
