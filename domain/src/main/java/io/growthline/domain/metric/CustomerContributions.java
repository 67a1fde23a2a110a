package io.growthline.domain.metric;

import io.growthline.domain.customer.DimCustomer;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Adds what customers contribute to the measures of one grain. A customer counts in a period under
 * the dimension values at its end, so that the parts of a ratio never fall apart.
 */
final class CustomerContributions {
  private final Grain grain;
  private final int[] measures;
  private final List<Dimension> dimensions;

  /**
   * @param measures positions of the measures of customers that are needed
   */
  CustomerContributions(Grain grain, int[] measures, List<Dimension> dimensions) {
    this.grain = grain;
    this.measures = measures;
    this.dimensions = dimensions;
  }

  /** Adds the periods from the first event on, and that in which the account was opened. */
  void add(CustomerAsOf customer, MeasureTotals into) {
    // Marts are shared by threads, so what they work with is not theirs.
    MeasureTotals.Contributions contributions = new MeasureTotals.Contributions();
    LocalDate first = grain.start(firstDay(customer));
    Optional<LocalDate> opened = customer.openedOn().map(grain::start);
    if (opened.isPresent() && opened.get().isBefore(first)) {
      LocalDate end = grain.next(opened.get());
      addPeriod(new CustomerPeriod(customer, opened.get(), end), contributions, into);
    }
    LocalDate start = first;
    while (start.isBefore(customer.asOf())) {
      LocalDate end = grain.next(start);
      addPeriod(new CustomerPeriod(customer, start, end), contributions, into);
      start = end;
    }
  }

  private static LocalDate firstDay(CustomerAsOf customer) {
    return customer
        .timeline()
        .start()
        .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
        .orElse(customer.asOf());
  }

  private void addPeriod(
      CustomerPeriod period, MeasureTotals.Contributions contributions, MeasureTotals into) {
    contributions.clear();
    for (int measure : measures) {
      contributions.set(measure, Measures.ALL.get(measure).customers().applyAsLong(period));
    }
    if (contributions.isEmpty()) {
      return;
    }
    into.add(cell(period, Dimension.ALL, Dimension.ALL), contributions);
    DimCustomer then = period.customer().versions().before(period.end()).orElse(null);
    for (Dimension dimension : dimensions) {
      into.add(cell(period, dimension.name(), dimension.of(period, then)), contributions);
    }
  }

  private Cell cell(CustomerPeriod period, String dimension, String value) {
    return new Cell(grain.id(), period.start(), dimension, value);
  }
}
