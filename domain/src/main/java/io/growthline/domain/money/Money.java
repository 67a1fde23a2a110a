package io.growthline.domain.money;

import java.io.Serializable;
import java.util.Currency;
import java.util.Locale;

/**
 * How amounts of one currency are written, the same on every machine.
 *
 * @param currency ISO 4217 code; empty where no data names a currency
 * @param sign what stands before the digits: a symbol where it names one currency only, else the
 *     code and a space that does not break; empty without a currency
 * @param digits minor digits of a major unit: 2 for EUR, 0 for JPY
 */
public record Money(String currency, String sign, int digits) implements Serializable {
  /** Amounts of which no data says the currency. */
  public static final Money UNKNOWN = of("");

  private static final int MINOR_BELOW = 100;
  private static final int MILLION = 1_000_000;

  /**
   * Amounts of a currency. A code that ISO 4217 does not have stands for two digits, as it does
   * where amounts are read.
   */
  public static Money of(String currency) {
    return new Money(currency, sign(currency), digits(currency));
  }

  /** Minor digits of a currency; 2 for a code that ISO 4217 does not have. */
  public static int digits(String currency) {
    try {
      return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    } catch (IllegalArgumentException e) {
      return 2;
    }
  }

  private static String sign(String currency) {
    return switch (currency) {
      case "GBP" -> "£";
      case "EUR" -> "€";
      case "USD" -> "$";
      case "" -> "";
      default -> currency + "\u00a0";
    };
  }

  /** Minor units of a major one: 100 pence of a pound, 1 of a yen. */
  public double minorPerMajor() {
    return Math.pow(10, digits);
  }

  /** With all minor digits. */
  public String exact(double minor) {
    return signed(minor, "%,." + digits + "f", minor / minorPerMajor(), "");
  }

  /** In whole major units; below 100 of them with all minor digits. */
  public String whole(double minor) {
    return Math.abs(minor) < MINOR_BELOW * minorPerMajor()
        ? exact(minor)
        : signed(minor, "%,.0f", minor / minorPerMajor(), "");
  }

  /** In few characters, for tiles: 1.23M from a million on. */
  public String brief(double minor) {
    double million = MILLION * minorPerMajor();
    return Math.abs(minor) < million ? whole(minor) : signed(minor, "%,.2f", minor / million, "M");
  }

  // The minus sign is as wide as a plus sign.
  private String signed(double minor, String pattern, double shown, String suffix) {
    return (minor < 0 ? "−" : "")
        + sign
        + String.format(Locale.ROOT, pattern, Math.abs(shown))
        + suffix;
  }
}
