package io.growthline.domain.customer;

import io.growthline.domain.event.OnboardingStep;
import java.util.List;

/** How far an applicant came. */
final class OnboardingState {
  private OnboardingState() {}

  /** The furthest step of those known; {@code none} without any. */
  static String of(KnownEvents known) {
    List<OnboardingStep> steps = known.all(OnboardingStep.class);
    if (steps.stream().anyMatch(OnboardingStep::fundsAccount)) {
      return "funded";
    }
    if (steps.stream().anyMatch(OnboardingStep::activatesAccount)) {
      return "activated";
    }
    if (steps.stream().anyMatch(OnboardingStep::approvesIdentity)) {
      return "approved";
    }
    if (steps.stream().anyMatch(OnboardingStep::rejectsIdentity)) {
      return "rejected";
    }
    return steps.isEmpty() ? "none" : "applied";
  }
}
