package io.growthline.domain.inclusion;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.growthline.domain.event.TransferCheck;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;

/** What speaks for or against help before a transfer. */
enum TransferSign {
  NEW_PAYEE(seen -> seen.check().newPayee()),
  FIRST_LARGE_PAYMENT(seen -> seen.check().firstLargePayment()),
  LARGE_AMOUNT(Seen::large),
  UNUSUAL_TIME(seen -> seen.check().unusualTime()),
  NEW_DEVICE(seen -> seen.check().newDevice()),
  IGNORED_WARNING(seen -> seen.check().ignoredWarning()),
  SCAM_CONTACT(seen -> seen.check().scamContact()),
  INVESTMENT(seen -> seen.check().investment()),
  VULNERABLE_CUSTOMER(Seen::vulnerable),
  CONFIRMED(seen -> seen.check().confirmed()),
  HEEDED_WARNING(seen -> seen.check().heededWarning());

  private final Predicate<Seen> present;

  /**
   * A transfer with what the bank knew.
   *
   * @param large whether the amount is large
   * @param vulnerable whether the customer needed protection then
   */
  record Seen(TransferCheck check, boolean large, boolean vulnerable) {}

  TransferSign(Predicate<Seen> present) {
    this.present = present;
  }

  /**
   * The sign of a name.
   *
   * @throws IllegalArgumentException when there is none
   */
  @JsonCreator
  static TransferSign of(String name) {
    return Arrays.stream(values())
        .filter(sign -> sign.text().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no sign %s; write one of %s"
                        .formatted(
                            name, Arrays.stream(values()).map(TransferSign::text).toList())));
  }

  /** Name in files and tables. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isIn(Seen seen) {
    return present.test(seen);
  }
}
