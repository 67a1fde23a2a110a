package io.growthline.domain.decision;

import io.growthline.domain.Sha256;
import java.util.Locale;

/** Whether a chosen customer is contacted. */
public enum Arm {
  TREATED,
  /** Not contacted, so that the effect of contacts can be measured. */
  HOLDOUT;

  /** Name in tables. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The arm of a customer under a policy: the same in every run, drawn from the first 52 bits of
   * the SHA-256 of both names.
   */
  static Arm of(Policy policy, String customerId) {
    if (policy.holdoutShare() == 0) {
      return TREATED;
    }
    String hex = new Sha256().add(policy.name()).add("\0").add(customerId).hex(8).substring(0, 13);
    return Long.parseLong(hex, 16) * 0x1p-52 < policy.holdoutShare() ? HOLDOUT : TREATED;
  }
}
