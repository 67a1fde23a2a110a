package io.growthline.domain.rule;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;

/** Amounts of money as people write them, made exact. */
final class Money {
  private static final int LONGEST = 100;
  private static final Pattern SYMBOLS = Pattern.compile("[\\p{Sc}\\p{Alpha}\\s\\u00a0\\u202f]+");

  private Money() {}

  /** A decimal amount in hundredths; refuses fractions of them. */
  static long minor(Object amount) {
    return minor(amount, 2);
  }

  /** A decimal amount in the minor units of a currency, by its ISO 4217 code. */
  static long minor(Object amount, String currency) {
    try {
      return minor(amount, Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()));
    } catch (IllegalArgumentException e) {
      if (e instanceof Functions.NoValueException) {
        throw e;
      }
      throw new Functions.NoValueException("not an ISO 4217 currency code");
    }
  }

  private static long minor(Object amount, int digits) {
    try {
      return new BigDecimal(limited(amount.toString().strip()))
          .movePointRight(digits)
          .longValueExact();
    } catch (NumberFormatException e) {
      throw new Functions.NoValueException("not a decimal number");
    } catch (ArithmeticException e) {
      throw new Functions.NoValueException(
          "an amount with fractions of a minor unit, or too large");
    }
  }

  /**
   * The decimal number that a text means, with a point and nothing else. Currency signs and codes
   * at the ends are dropped, groups of three digits joined; a minus may come before or after, and
   * parentheses mean minus.
   *
   * @param mark decimal mark of the text, a point or a comma
   */
  static String decimal(String text, String mark) {
    if (!mark.equals(".") && !mark.equals(",")) {
      throw new Functions.NoValueException("the decimal mark must be '.' or ','");
    }
    String number = ends(limited(text.strip()));
    boolean negative = false;
    if (number.startsWith("(") && number.endsWith(")")) {
      negative = true;
      number = ends(number.substring(1, number.length() - 1));
    } else if (number.startsWith("-") || number.startsWith("\u2212") || number.startsWith("+")) {
      negative = !number.startsWith("+");
      number = ends(number.substring(1));
    } else if (number.endsWith("-") || number.endsWith("\u2212")) {
      negative = true;
      number = ends(number.substring(0, number.length() - 1));
    }
    String group = mark.equals(".") ? "[,'\\u2019 \\u00a0\\u202f]" : "[.'\\u2019 \\u00a0\\u202f]";
    String fraction = "(" + Pattern.quote(mark) + "\\d+)?";
    if (!number.matches("(\\d+|\\d{1,3}(?<g>" + group + ")\\d{3}(\\k<g>\\d{3})*)" + fraction)) {
      throw new Functions.NoValueException("not a number with the decimal mark " + mark);
    }
    String plain = number.replaceAll(group, "").replace(mark, ".");
    return negative ? "-" + plain : plain;
  }

  // Reading a number takes time with the square of its length, and matching it stack.
  private static String limited(String text) {
    if (text.length() > LONGEST) {
      throw new Functions.NoValueException("an amount of more than " + LONGEST + " characters");
    }
    return text;
  }

  private static String ends(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && SYMBOLS.matcher(text.substring(from, from + 1)).matches()) {
      from++;
    }
    while (to > from && SYMBOLS.matcher(text.substring(to - 1, to)).matches()) {
      to--;
    }
    return text.substring(from, to);
  }
}
