package io.growthline.domain.rule;

import java.math.BigDecimal;
import java.util.List;

/** Amounts of money as people write them, made exact. */
public final class Money {
  private static final int LONGEST = 100;
  // A double tells apart all decimal numbers of so many digits, and no more.
  private static final int DIGITS_OF_DOUBLE = 15;
  private static final int HUNDREDTHS = 2;

  private Money() {}

  /** A decimal amount in hundredths; refuses fractions of them. */
  static long minor(Object amount) {
    return minor(amount, HUNDREDTHS);
  }

  /** A decimal amount in the minor units of a currency, by its ISO 4217 code. */
  static long minor(Object amount, String currency) {
    return minor(amount, digits(currency));
  }

  /** Whether a currency is known to have another minor unit than a hundredth, as JPY and KWD. */
  public static boolean hasNoHundredths(String currency) {
    try {
      return digits(currency) != HUNDREDTHS;
    } catch (Functions.NoValueException e) {
      return false;
    }
  }

  private static int digits(String currency) {
    return Math.max(0, CurrencySigns.currency(currency).getDefaultFractionDigits());
  }

  private static long minor(Object amount, int digits) {
    BigDecimal exact;
    try {
      exact = new BigDecimal(limited(amount.toString().strip()));
    } catch (NumberFormatException e) {
      throw new Functions.NoValueException("not a decimal number");
    }
    if (amount instanceof Double && exact.precision() > DIGITS_OF_DOUBLE) {
      throw new Functions.NoValueException(
          "a number of more than " + DIGITS_OF_DOUBLE + " digits, which only text holds exactly");
    }
    try {
      return exact.movePointRight(digits).longValueExact();
    } catch (ArithmeticException e) {
      throw new Functions.NoValueException(
          "an amount with fractions of a minor unit, or too large");
    }
  }

  /**
   * The decimal number that a text means, with a point and nothing else. Groups of three digits are
   * joined, and a sign may come first. Beside it only the code or a sign of its own currency may
   * stand, before it, after it or both.
   *
   * @param mark decimal mark of the text, a point or a comma
   * @param currency ISO 4217 code, null when nothing may stand beside the number
   */
  static String decimal(String text, String mark, String currency) {
    AmountText amount = new AmountText(limited(text));
    return signed(amount, startsWithMinus(amount, signs(currency)), mark, currency);
  }

  /**
   * As {@link #decimal}, with the ways of accountants: parentheses, a minus after the number, and
   * CR or DR beside it. An amount has one of them at most.
   *
   * @param minus the side that is negative, {@code CR} or {@code DR}
   */
  static String accounting(String text, String mark, String minus, String currency) {
    if (!minus.equals("CR") && !minus.equals("DR")) {
      throw new Functions.NoValueException("the side that is negative must be 'CR' or 'DR'");
    }
    AmountText amount = new AmountText(limited(text));
    List<String> signs = signs(currency);
    Boolean side = side(amount, minus);
    amount.startsWithOneOf(signs);
    amount.endsWithOneOf(signs);
    side = side == null ? side(amount, minus) : side;
    if (side != null) {
      return signed(amount, side, mark, currency);
    }
    boolean opened = amount.startsWith("(");
    if (opened != amount.endsWith(")")) {
      throw new Functions.NoValueException("a parenthesis without the other");
    }
    if (opened || amount.endsWithMinus()) {
      amount.startsWithOneOf(signs);
      amount.endsWithOneOf(signs);
      return signed(amount, true, mark, currency);
    }
    return signed(amount, startsWithMinus(amount, signs), mark, currency);
  }

  private static Boolean side(AmountText amount, String minus) {
    for (String side : List.of("CR", "DR")) {
      if (amount.endsWith(side) || amount.startsWith(side)) {
        return side.equals(minus);
      }
    }
    return null;
  }

  private static boolean startsWithMinus(AmountText amount, List<String> signs) {
    amount.endsWithOneOf(signs);
    boolean signFirst = amount.startsWithOneOf(signs);
    boolean negative = amount.startsWithMinus();
    if (!negative) {
      amount.startsWith("+");
    }
    if (!signFirst) {
      amount.startsWithOneOf(signs);
    }
    return negative;
  }

  private static String signed(AmountText amount, boolean negative, String mark, String currency) {
    if (!mark.equals(".") && !mark.equals(",")) {
      throw new Functions.NoValueException("the decimal mark must be '.' or ','");
    }
    String number = amount.number(mark.charAt(0));
    if (number == null) {
      throw new Functions.NoValueException(
          "not a number with the decimal mark "
              + mark
              + (currency == null ? "" : ", beside which only " + currency + " may stand"));
    }
    return negative ? "-" + number : number;
  }

  private static List<String> signs(String currency) {
    return currency == null ? List.of() : CurrencySigns.of(currency);
  }

  // Reading a number takes time with the square of its length.
  private static String limited(String text) {
    if (text.length() > LONGEST) {
      throw new Functions.NoValueException("an amount of more than " + LONGEST + " characters");
    }
    return text;
  }
}
