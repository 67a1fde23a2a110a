package io.growthline.domain.customer;

/** How long ago a customer was active. */
final class Recency {
  static final String ACTIVE = "active";
  static final String LEFT = "inactive_90_plus";

  private Recency() {}

  /**
   * The status of a customer.
   *
   * @param days whole days since the last activity; null without any
   */
  static String of(Long days) {
    if (days == null) {
      return "never_active";
    }
    return days <= 30
        ? ACTIVE
        : days <= 60 ? "inactive_30_60" : days <= 90 ? "inactive_60_90" : LEFT;
  }
}
