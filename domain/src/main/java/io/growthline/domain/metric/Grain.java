package io.growthline.domain.metric;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** The length of the periods for which a metric has values. */
public enum Grain {
  /** ISO weeks, which begin on Monday. */
  WEEK {
    @Override
    public LocalDate start(LocalDate day) {
      return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    @Override
    public LocalDate plus(LocalDate start, long periods) {
      return start.plusWeeks(periods);
    }
  },
  /** Calendar months. */
  MONTH {
    @Override
    public LocalDate start(LocalDate day) {
      return day.withDayOfMonth(1);
    }

    @Override
    public LocalDate plus(LocalDate start, long periods) {
      return start.plusMonths(periods);
    }
  },
  /** Calendar quarters. */
  QUARTER {
    @Override
    public LocalDate start(LocalDate day) {
      return day.with(IsoFields.DAY_OF_QUARTER, 1);
    }

    @Override
    public LocalDate plus(LocalDate start, long periods) {
      return start.plusMonths(3 * periods);
    }
  };

  /**
   * The grain of this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Grain of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  private final String id = name().toLowerCase(Locale.ROOT);

  /** First day of the period that a day belongs to. */
  public abstract LocalDate start(LocalDate day);

  /** First day of the period so many periods later, or earlier for a negative number. */
  public abstract LocalDate plus(LocalDate start, long periods);

  /** First day of the next period. */
  public LocalDate next(LocalDate start) {
    return plus(start, 1);
  }

  /** Name in tables and in the metric catalogue. */
  public String id() {
    return id;
  }
}
