package io.growthline.domain.campaign;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a customer is in no campaign; the first that applies counts. */
public enum LeftOutReason {
  /** Needs protection. */
  PROTECTED("Needs protection: is offered help instead."),
  /** Has left. */
  FORMER("Has left: cancelled the subscription."),
  /** Campaigns may not address the customer. */
  NOT_ALLOWED("Campaigns may not address the customer: no account, or an open complaint."),
  /** Must not be contacted, so that the effect of the plan can be measured. */
  HOLDOUT("Is held out, so that the effect of actions can be measured."),
  /** How likely it is that the customer leaves is not known. */
  NO_CHANCE("The chance of leaving is not known."),
  /** What is lost when the customer leaves is not known. */
  NO_VALUE("What is lost when the customer leaves is not known.");

  private final String words;

  LeftOutReason(String words) {
    this.words = words;
  }

  /** The same for people: a sentence. */
  public String words() {
    return words;
  }

  /** The reason of a form in statements and answers. */
  public static LeftOutReason of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** The form in statements and answers. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
