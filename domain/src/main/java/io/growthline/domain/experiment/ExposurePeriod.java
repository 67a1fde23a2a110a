package io.growthline.domain.experiment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;

/** The days on which exposures count. */
public sealed interface ExposurePeriod {
  /** The days as of a day. */
  Exposure.Days asOf(LocalDate day);

  /** Most days that an experiment can run in every such period. */
  long longest();

  /** The same days whenever it is asked. */
  record Fixed(Exposure.Days days) implements ExposurePeriod {
    @Override
    public Exposure.Days asOf(LocalDate day) {
      return days;
    }

    @Override
    public long longest() {
      return days.first() == null || days.last() == null
          ? Long.MAX_VALUE
          : ChronoUnit.DAYS.between(days.first(), days.last()) + 1;
    }
  }

  /** The last quarter of the year that is over: a hold-out is judged anew by each. */
  record LastQuarter() implements ExposurePeriod {
    @Override
    public Exposure.Days asOf(LocalDate day) {
      LocalDate next = day.with(IsoFields.DAY_OF_QUARTER, 1);
      return new Exposure.Days(next.minusMonths(3), next.minusDays(1));
    }

    @Override
    public long longest() {
      return 90; // January to March
    }
  }
}
