package io.growthline.domain.inclusion;

import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.metric.Dimension;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * By what outcomes of customers are compared. The profile at signup says it: what happened later
 * cannot move a customer into the group that it is to be compared by.
 */
enum GroupDimension {
  INCOME_SEGMENT(CustomerProfile::incomeSegment),
  DIGITAL_CONFIDENCE(profile -> ConfidenceBand.of(profile.digitalConfidence())),
  VULNERABLE_CUSTOMER(profile -> yesOrNo(profile.vulnerableCustomer())),
  ACCESSIBILITY_NEED(profile -> yesOrNo(profile.accessibilityNeed())),
  NEW_TO_COUNTRY(profile -> yesOrNo(profile.newToCountry())),
  STUDENT(
      profile ->
          profile.incomeSegment() == null
              ? null
              : yesOrNo(profile.incomeSegment().equals("student")));

  private final Function<CustomerProfile, String> value;

  GroupDimension(Function<CustomerProfile, String> value) {
    this.value = value;
  }

  /** Names for contracts. */
  public static final class Names implements Supplier<List<String>> {
    @Override
    public List<String> get() {
      return Arrays.stream(values()).map(GroupDimension::text).toList();
    }
  }

  /** Name in tables. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The group of a customer; unknown without a profile or an answer. */
  String of(Optional<CustomerProfile> signup) {
    return signup.map(value).orElse(Dimension.UNKNOWN);
  }

  static String yesOrNo(Boolean answer) {
    return answer == null ? null : answer ? "yes" : "no";
  }
}
