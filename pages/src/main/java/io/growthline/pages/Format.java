package io.growthline.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How values that are no money are written; {@link Amounts} writes money. Signs, separators and
 * months do not depend on the machine; a missing value is a dash.
 */
public enum Format implements Notation {
  /** As it is. */
  TEXT {
    @Override
    String write(Object value) {
      return value.toString();
    }
  },
  /** Words for people; a percentage in them is written as everywhere. */
  SENTENCE {
    @Override
    String write(Object value) {
      return SPACED_PERCENT.matcher(value.toString()).replaceAll("%");
    }
  },
  /** A name made of words and underscores. */
  TITLE {
    @Override
    String write(Object value) {
      return Names.title(value.toString());
    }
  },
  /** Name of a feature of a model. */
  FEATURE {
    @Override
    String write(Object value) {
      return Names.feature(value.toString());
    }
  },
  /** Name of a release gate. */
  GATE {
    @Override
    String write(Object value) {
      return Names.gate(value.toString());
    }
  },
  /** A share of 1. */
  PERCENT {
    @Override
    String write(Object value) {
      return signed(number(value), "%.1f%%", number(value) * 100);
    }
  },
  /** A score in points. */
  POINTS {
    @Override
    String write(Object value) {
      return signed(number(value), "%,.0f", number(value));
    }
  },
  /** A count, or the mean of counts. */
  COUNT {
    @Override
    String write(Object value) {
      double count = number(value);
      boolean whole = count == Math.rint(count) || Math.abs(count) >= 1000;
      return signed(count, whole ? "%,.0f" : "%,.2f", count);
    }
  },
  DECIMAL_2 {
    @Override
    String write(Object value) {
      return signed(number(value), "%,.2f", number(value));
    }
  },
  DECIMAL_3 {
    @Override
    String write(Object value) {
      return signed(number(value), "%,.3f", number(value));
    }
  },
  DECIMAL_4 {
    @Override
    String write(Object value) {
      return signed(number(value), "%,.4f", number(value));
    }
  },
  /** A day. */
  DAY {
    @Override
    String write(Object value) {
      return DAYS.format((LocalDate) value);
    }
  },
  /** The month of a day. */
  MONTH {
    @Override
    String write(Object value) {
      return MONTHS.format((LocalDate) value);
    }
  },
  /** A time, UTC. */
  TIME {
    @Override
    String write(Object value) {
      return TIMES.format((Instant) value);
    }
  },
  /** A result such as {@code pass} or {@code high}, as a coloured pill. */
  STATUS {
    @Override
    String write(Object value) {
      return value.toString().replace('_', ' ');
    }

    @Override
    String draw(Object value) {
      return "<span class=\"pill "
          + NO_CLASS.matcher(value.toString()).replaceAll("-")
          + "\">"
          + Html.escape(write(value))
          + "</span>";
    }
  },
  /** A band of which high is welcome, such as of value, as a coloured pill. */
  RANK {
    @Override
    String write(Object value) {
      return value.toString().replace('_', ' ');
    }

    @Override
    String draw(Object value) {
      String tone = value.equals("high") ? "pill good" : "pill";
      return "<span class=\"" + tone + "\">" + Html.escape(write(value)) + "</span>";
    }
  },
  /** Name of a table, a column or a version. */
  CODE {
    @Override
    String write(Object value) {
      return value.toString();
    }

    @Override
    String draw(Object value) {
      return "<code>"
          + Html.escape(write(value)).replace("_", "_<wbr>").replace(".", ".<wbr>")
          + "</code>";
    }
  };

  /** Shown for a missing value. */
  public static final String NONE = "–";

  private static final Pattern SPACED_PERCENT = Pattern.compile("(?<=\\d) %");
  private static final Pattern NO_CLASS = Pattern.compile("[^a-z]+");
  private static final DateTimeFormatter DAYS =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MONTHS =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIMES =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  @Override
  public String text(Object value) {
    return isMissing(value) ? NONE : write(value);
  }

  @Override
  public String html(Object value) {
    return isMissing(value) ? NONE : draw(value);
  }

  @Override
  public boolean numeric() {
    return switch (this) {
      case PERCENT, POINTS, COUNT, DECIMAL_2, DECIMAL_3, DECIMAL_4 -> true;
      default -> false;
    };
  }

  abstract String write(Object value);

  String draw(Object value) {
    return Html.escape(write(value));
  }

  static boolean isMissing(Object value) {
    return value == null
        || value instanceof Double number && number.isNaN()
        || value instanceof String text && text.isEmpty();
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  /** The digits behind a minus sign of its own, which is as wide as a plus sign. */
  private static String signed(double value, String pattern, double shown) {
    String digits = String.format(Locale.ROOT, pattern, Math.abs(shown));
    return value < 0 ? "−" + digits : digits;
  }
}
