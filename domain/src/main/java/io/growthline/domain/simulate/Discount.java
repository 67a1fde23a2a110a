package io.growthline.domain.simulate;

import java.time.LocalDate;

/**
 * What a plan costs less for a while.
 *
 * @param minor taken off each invoice
 * @param endsOn last day
 * @param forgotten whether billing goes on with it after that day
 */
record Discount(long minor, LocalDate endsOn, boolean forgotten) {
  boolean runsOn(LocalDate day) {
    return !day.isAfter(endsOn);
  }

  /** What is taken off the invoice of a period. */
  long offInvoice(LocalDate periodStart) {
    return forgotten || runsOn(periodStart) ? minor : 0;
  }
}
