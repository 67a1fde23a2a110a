package io.growthline.domain.pricing;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a result can be used. */
public enum Verdict {
  /** The number can be used. */
  OK("ok"),
  /** The number is shown, but the evidence does not settle the question. */
  INCONCLUSIVE("inconclusive"),
  /** The number is withheld. */
  INVALID("invalid");

  private final String text;

  Verdict(String text) {
    this.text = text;
  }

  /** The form that tables and answers carry. */
  @JsonValue
  public String text() {
    return text;
  }
}
