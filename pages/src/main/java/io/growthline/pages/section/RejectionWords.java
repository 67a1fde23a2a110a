package io.growthline.pages.section;

import io.growthline.domain.decision.RejectionReason;
import java.util.Locale;

/** Why a plan leaves customers out, in words. */
final class RejectionWords {
  private RejectionWords() {}

  /** A reason as a sentence, such as {@code budget} of {@code scores.action_rejections}. */
  static String of(Object reason) {
    return switch (RejectionReason.valueOf(reason.toString().toUpperCase(Locale.ROOT))) {
      case PROTECTED -> "Needs protection, and no action that may help fits.";
      case EXCLUDED -> "An exclusion of the policy applies.";
      case NO_ACTION -> "No action fits.";
      case NO_VALUE -> "What would be lost is not known.";
      case OUTSIDE_PROBABILITY_RANGE -> "The chance of leaving is outside the range for actions.";
      case COOL_DOWN -> "Had each action that fits too recently.";
      case CONTACT_CAP -> "Was contacted often enough.";
      case NO_POSITIVE_VALUE -> "No action that fits brings more than it costs.";
      case CAPACITY -> "Others are worth more of the contacts that can be made.";
      case SEGMENT_SHARE -> "Others are worth more of the segment's share of the budget.";
      case BUDGET -> "Others are worth more of the budget.";
    };
  }
}
