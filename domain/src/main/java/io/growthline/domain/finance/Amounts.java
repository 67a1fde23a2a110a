package io.growthline.domain.finance;

import java.math.BigDecimal;

/** Amounts in the sentences that explain findings. */
final class Amounts {
  private Amounts() {}

  /** Minor units as a decimal number, without a currency: 14.99. */
  static String text(long minor) {
    return BigDecimal.valueOf(minor, 2).toPlainString();
  }
}
