package io.growthline.domain.growth;

import java.util.List;
import java.util.function.Supplier;

/** The steps from an application to the first purchase, in order. */
public final class OnboardingSteps implements Supplier<List<String>> {
  static final List<String> NAMES =
      List.of(
          "application_submitted",
          "identity_checked",
          "approved",
          "account_activated",
          "account_funded",
          "first_purchase");

  @Override
  public List<String> get() {
    return NAMES;
  }
}
