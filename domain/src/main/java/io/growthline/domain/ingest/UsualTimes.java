package io.growthline.domain.ingest;

import io.growthline.domain.contract.Micros;

/**
 * Times and days in the form that nearly all producers write, {@code 2026-01-31T12:00:00Z} with up
 * to nine decimals, and {@code 2026-01-31}: many times faster than a formatter. What it does not
 * know may still be a time.
 */
final class UsualTimes {
  /** Said of what is not in the usual form. */
  static final long UNUSUAL = Long.MIN_VALUE;

  private static final int DAY_LENGTH = 10;
  private static final int SECONDS_LENGTH = 20;
  private static final int MOST_DECIMALS = 9;
  private static final int DAYS_UNTIL_EPOCH = 719_162;
  private static final int[] DAYS_BEFORE_MONTH = {
    0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334
  };
  private static final int[] LENGTHS = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private UsualTimes() {}

  /** Microseconds since the epoch, further decimals cut off, or {@link #UNUSUAL}. */
  static long micros(byte[] text, int start, int length) {
    if (length < SECONDS_LENGTH
        || text[start + DAY_LENGTH] != 'T'
        || text[start + 13] != ':'
        || text[start + 16] != ':'
        || text[start + length - 1] != 'Z') {
      return UNUSUAL;
    }
    long day = epochDay(text, start, DAY_LENGTH);
    int hour = twoDigits(text, start + 11);
    int minute = twoDigits(text, start + 14);
    int second = twoDigits(text, start + 17);
    long fraction = length == SECONDS_LENGTH ? 0 : fraction(text, start + 19, length - 20);
    if (day == UNUSUAL
        || (hour | minute | second | fraction) < 0
        || hour > 23
        || minute > 59
        || second > 59) {
      return UNUSUAL;
    }
    return day * Micros.PER_DAY
        + (hour * 3_600L + minute * 60L + second) * Micros.PER_SECOND
        + fraction;
  }

  /** Days since the epoch of a day in the years 1 to 9999, or {@link #UNUSUAL}. */
  static long epochDay(byte[] text, int start, int length) {
    if (length != DAY_LENGTH || text[start + 4] != '-' || text[start + 7] != '-') {
      return UNUSUAL;
    }
    int century = twoDigits(text, start);
    int yearOfCentury = twoDigits(text, start + 2);
    int month = twoDigits(text, start + 5);
    int day = twoDigits(text, start + 8);
    if ((century | yearOfCentury) < 0 || month < 1 || month > 12 || day < 1) {
      return UNUSUAL;
    }
    int year = century * 100 + yearOfCentury;
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (year == 0 || day > LENGTHS[month] + (leap && month == 2 ? 1 : 0)) {
      return UNUSUAL;
    }
    int before = year - 1;
    return before * 365L
        + before / 4
        - before / 100
        + before / 400
        + DAYS_BEFORE_MONTH[month]
        + (leap && month > 2 ? 1 : 0)
        + day
        - 1
        - DAYS_UNTIL_EPOCH;
  }

  // Microseconds of a point and one to nine digits; -1 for anything else.
  private static long fraction(byte[] text, int start, int length) {
    if (length < 2 || length > 1 + MOST_DECIMALS || text[start] != '.') {
      return -1;
    }
    int micros = 0;
    for (int i = 1; i <= 6; i++) {
      int digit = i < length ? text[start + i] - '0' : 0;
      if (digit < 0 || digit > 9) {
        return -1;
      }
      micros = micros * 10 + digit;
    }
    for (int i = 7; i < length; i++) {
      if (text[start + i] < '0' || text[start + i] > '9') {
        return -1;
      }
    }
    return micros;
  }

  // -1 when they are no digits.
  private static int twoDigits(byte[] text, int start) {
    int tens = text[start] - '0';
    int units = text[start + 1] - '0';
    return (tens | units | 9 - tens | 9 - units) < 0 ? -1 : tens * 10 + units;
  }
}
