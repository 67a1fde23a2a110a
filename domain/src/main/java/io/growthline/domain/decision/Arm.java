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

  /** The arm of a customer under a policy: the same in every run, see {@link Sha256#share}. */
  static Arm of(Policy policy, String customerId) {
    return Sha256.share(policy.name(), customerId) < policy.holdoutShare() ? HOLDOUT : TREATED;
  }
}
