package io.growthline.domain.rule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * A pattern of dates and times that says what it is used for. A pattern may lose what it seems to
 * name: {@code hh:mm} without {@code a} is no time of day, {@code YYYY-MM-dd} is no day. That is
 * found by writing a moment with it and reading it again.
 */
final class TimePattern {
  /** The name of the pattern for ISO 8601 and what BigQuery exports. */
  static final String ISO = "iso";

  private static final Map<String, TimePattern> KNOWN = new ConcurrentHashMap<>();
  private static final int MOST_VARIANTS = 64;
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final ZonedDateTime MOMENT =
      ZonedDateTime.of(2031, 11, 23, 17, 46, 58, 123_456_789, PARIS);
  // Names are English; weeks are those of ISO 8601, as Britain counts them.
  private static final Locale LOCALE = Locale.forLanguageTag("en-u-rg-gbzzzz");

  private final String pattern;
  private final DateTimeFormatter formatter;
  private final String problemOfDays;
  private final String problemOfInstants;

  private TimePattern(String pattern) {
    this.pattern = pattern;
    this.formatter = pattern.equals(ISO) ? iso() : formatter(pattern);
    List<String> variants = pattern.equals(ISO) ? List.of() : variants(pattern);
    this.problemOfDays = problem(variants, TimePattern::problemOfDay);
    this.problemOfInstants = problem(variants, TimePattern::problemOfInstant);
  }

  /**
   * A pattern of dates.
   *
   * @throws Functions.NoValueException when it names no day
   */
  static TimePattern ofDays(String pattern) {
    TimePattern known = of(pattern);
    return known.unless(known.problemOfDays);
  }

  /**
   * A pattern of instants, of which the zone is known.
   *
   * @throws Functions.NoValueException when it names no day, or a part of a time of day that is
   *     none, or takes the sign of another zone for a letter
   */
  static TimePattern ofInstants(String pattern, String zone) {
    TimePattern known = of(pattern);
    known.unless(known.problemOfInstants);
    return known.unless(
        pattern.contains("'Z'") && !zone.equals("UTC")
            ? "'Z' in quotes is any letter, but means UTC; write X for it"
            : null);
  }

  private static TimePattern of(String pattern) {
    try {
      return KNOWN.computeIfAbsent(pattern, TimePattern::new);
    } catch (IllegalArgumentException e) {
      throw new Functions.NoValueException("not a pattern of dates and times: " + pattern);
    }
  }

  private TimePattern unless(String problem) {
    if (problem != null) {
      throw new Functions.NoValueException(problem);
    }
    return this;
  }

  TemporalAccessor parse(String text) {
    try {
      return formatter.parse(text.strip());
    } catch (DateTimeException e) {
      throw new Functions.NoValueException("not a date or time of the format " + pattern);
    }
  }

  private static DateTimeFormatter iso() {
    return new DateTimeFormatterBuilder()
        .append(DateTimeFormatter.ISO_LOCAL_DATE)
        .optionalStart()
        .appendPattern("['T'][' ']")
        .append(DateTimeFormatter.ISO_LOCAL_TIME)
        .optionalStart()
        .appendOffsetId()
        .optionalEnd()
        .optionalStart()
        .appendLiteral(' ')
        .appendOffset("+HH:MM", "UTC")
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  private static DateTimeFormatter formatter(String pattern) {
    // Years are written yyyy by nearly everybody; strict resolving would demand an era for them.
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern.replaceAll("y(?=([^']*'[^']*')*[^']*$)", "u"))
        .toFormatter(LOCALE)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** One variant must do; none may lose a part of a time, and a single one names a field once. */
  private static String problem(List<String> variants, UnaryOperator<String> problemOf) {
    String first = null;
    int good = 0;
    for (String variant : variants) {
      String problem = problemOf.apply(variant);
      if (Dates.PART_OF_TIME.equals(problem)) {
        return problem;
      }
      good += problem == null ? 1 : 0;
      first = first == null ? problem : first;
    }
    return good > 0 ? null : first;
  }

  private static String problemOfDay(String variant) {
    return problem(variant, () -> Dates.day(rewritten(variant)).equals(MOMENT.toLocalDate()));
  }

  private static String problemOfInstant(String variant) {
    return problem(
        variant,
        () -> {
          Instant instant = Dates.instant(rewritten(variant), PARIS);
          boolean startOfDay = instant.equals(MOMENT.toLocalDate().atStartOfDay(PARIS).toInstant());
          Duration lost = Duration.between(instant, MOMENT);
          return startOfDay || !lost.isNegative() && lost.compareTo(Duration.ofHours(1)) < 0;
        });
  }

  private interface Reading {
    boolean isRight();
  }

  private static String problem(String variant, Reading reading) {
    String twice = namedTwice(variant);
    if (twice != null) {
      return "the format names the " + twice + " twice" + hint(variant);
    }
    try {
      return reading.isRight() ? null : "the format does not give the time it is written with";
    } catch (Functions.NoValueException e) {
      return e.getMessage().equals(Dates.NO_DAY) ? Dates.NO_DAY + hint(variant) : e.getMessage();
    } catch (DateTimeException e) {
      return "the format cannot be read as it is written" + hint(variant);
    }
  }

  private static TemporalAccessor rewritten(String variant) {
    DateTimeFormatter formatter = formatter(variant);
    return formatter.parse(formatter.format(MOMENT));
  }

  private static String hint(String variant) {
    List<String> fields = fields(variant);
    Set<Character> letters = new HashSet<>();
    fields.forEach(field -> letters.add(field.charAt(0)));
    if (letters.contains('Y') && !letters.contains('w')) {
      return "; YYYY is the year of a week, yyyy that of a day";
    } else if (letters.contains('D')) {
      return "; DD is the day of the year, dd that of the month";
    } else if (letters.contains('m') && !letters.contains('M')) {
      return "; mm is minutes, MM the month";
    } else if (letters.contains('H') && !letters.contains('m')) {
      return "; MM is the month, mm minutes";
    }
    return "";
  }

  private static String namedTwice(String variant) {
    Set<Character> seen = new HashSet<>();
    for (String field : fields(variant)) {
      char letter = field.charAt(0);
      if (!seen.add(letter == 'L' ? 'M' : letter == 'u' ? 'y' : letter)) {
        return "field " + field;
      }
    }
    return seen.contains('D') && seen.contains('M') ? "month" : null;
  }

  /** The runs of one letter outside quotes. */
  private static List<String> fields(String variant) {
    List<String> fields = new ArrayList<>();
    boolean quoted = false;
    for (int at = 0; at < variant.length(); ) {
      int start = at;
      char c = variant.charAt(at++);
      quoted ^= c == '\'';
      if (!quoted && Character.isLetter(c)) {
        while (at < variant.length() && variant.charAt(at) == c) {
          at++;
        }
        // p pads the field behind it.
        if (c != 'p') {
          fields.add(variant.substring(start, at));
        }
      }
    }
    return fields;
  }

  /** The patterns that are meant by one with optional sections. */
  private static List<String> variants(String pattern) {
    int open = bracket(pattern, 0, '[');
    if (open < 0) {
      return List.of(pattern);
    }
    int close = close(pattern, open);
    List<String> variants = new ArrayList<>();
    for (String rest : variants(pattern.substring(Math.min(close + 1, pattern.length())))) {
      variants.add(pattern.substring(0, open) + rest);
      for (String section : variants(pattern.substring(open + 1, close))) {
        if (variants.size() < MOST_VARIANTS) {
          variants.add(pattern.substring(0, open) + section + rest);
        }
      }
    }
    return variants;
  }

  // Where the section ends that opens here: at the end of the pattern when nothing closes it.
  private static int close(String pattern, int open) {
    int at = open + 1;
    int close = bracket(pattern, at, ']');
    for (int inner = bracket(pattern, at, '['); inner >= 0 && inner < close; ) {
      at = close(pattern, inner) + 1;
      close = bracket(pattern, at, ']');
      inner = bracket(pattern, at, '[');
    }
    return close < 0 ? pattern.length() : close;
  }

  private static int bracket(String pattern, int start, char bracket) {
    boolean quoted = false;
    for (int at = start; at < pattern.length(); at++) {
      quoted ^= pattern.charAt(at) == '\'';
      if (!quoted && pattern.charAt(at) == bracket) {
        return at;
      }
    }
    return -1;
  }
}
