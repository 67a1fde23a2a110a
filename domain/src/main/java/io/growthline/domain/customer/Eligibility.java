package io.growthline.domain.customer;

/**
 * Whether a campaign may address a customer.
 *
 * @param reason one sentence that says why, or why not
 */
record Eligibility(boolean eligible, String reason) {
  static Eligibility yes(String reason) {
    return new Eligibility(true, reason);
  }

  static Eligibility no(String reason) {
    return new Eligibility(false, reason);
  }
}
