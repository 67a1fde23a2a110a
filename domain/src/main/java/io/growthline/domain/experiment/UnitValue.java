package io.growthline.domain.experiment;

import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.metric.CustomerPeriod;
import io.growthline.domain.metric.Measure;
import io.growthline.domain.rule.Expression;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** A whole number that a customer has in a window of time. */
public sealed interface UnitValue {
  /**
   * The number of a customer.
   *
   * @param from begin of the window
   * @param to its end, exclusive
   * @return empty where it cannot be known, such as an amount without an exchange rate
   * @throws ArithmeticException when it does not fit 64 bits
   */
  OptionalLong of(CustomerAsOf customer, Instant from, Instant to);

  /** Raw tables; without a row in any of them the number means nothing. */
  List<String> sources();

  /**
   * Whether some source has rows. What comes from no table in particular always has.
   *
   * @param hasRows whether a raw table has rows
   */
  default boolean isFilled(Predicate<String> hasRows) {
    return sources().isEmpty() || sources().stream().anyMatch(hasRows);
  }

  /**
   * The sum of an expression over the events of a table.
   *
   * @param table the events
   * @param value whole number, or true for 1; an absent one adds nothing
   */
  record OfEvents(EventTable<?> table, Expression value) implements UnitValue {
    @Override
    public OptionalLong of(CustomerAsOf customer, Instant from, Instant to) {
      long sum = 0;
      for (RawEvent event : table.between(customer, from, to)) {
        Object number = value.evaluate(table.values(event));
        sum =
            Math.addExact(
                sum,
                number instanceof Boolean is ? (is ? 1 : 0) : number == null ? 0 : (long) number);
      }
      return OptionalLong.of(sum);
    }

    @Override
    public List<String> sources() {
      return List.of(table.id());
    }
  }

  /**
   * A measure of the metric catalogue. It knows whole days: those of the window's begin and of all
   * its days, so that what happened earlier on the day of exposure counts, in all arms alike.
   */
  record OfMeasure(Measure measure) implements UnitValue {
    @Override
    public OptionalLong of(CustomerAsOf customer, Instant from, Instant to) {
      CustomerPeriod period = new CustomerPeriod(customer, day(from), day(to));
      boolean unknown =
          measure.withholding().filter(by -> by.customers().applyAsLong(period) != 0).isPresent();
      return unknown
          ? OptionalLong.empty()
          : OptionalLong.of(measure.customers().applyAsLong(period));
    }

    @Override
    public List<String> sources() {
      return measure.sources();
    }

    private static LocalDate day(Instant instant) {
      return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
  }
}
