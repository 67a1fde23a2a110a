package io.growthline.domain.simulate;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * One day in the life of a customer.
 *
 * @param date the day
 * @param tenure days since the account was opened
 * @param level level of all activity, 1 for steady
 * @param drifted whether the drift date has passed
 * @param campaign whether the regional campaign reaches the customer
 */
record Day(LocalDate date, long tenure, double level, boolean drifted, boolean campaign) {
  private static final double[] MONTHS = {
    0.92, 0.93, 0.98, 1, 1.01, 1.03, 1.05, 1.02, 0.98, 1, 1.05, 1.22
  };

  /** Weekly and annual seasonality of spending. */
  double season() {
    double annual = MONTHS[date.getMonthValue() - 1];
    DayOfWeek weekday = date.getDayOfWeek();
    boolean busy = weekday == DayOfWeek.FRIDAY || weekday == DayOfWeek.SATURDAY;
    return annual * (busy ? 1.25 : 0.9);
  }
}
