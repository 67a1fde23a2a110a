package io.growthline.domain.experiment;

import io.growthline.domain.mart.CustomerAsOf;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an experiment is judged by: a number of each customer in the days after exposure.
 *
 * @param name identifies it within the experiment
 * @param role what it decides
 * @param kind how it is summed up
 * @param value number of a customer, or numerator of a ratio
 * @param per denominator of a ratio; null for other kinds
 * @param scale factor of means and effects, such as 1/60 for hours of minutes
 * @param windowDays days from exposure on that count; only customers for whom they are over do
 * @param direction which change is good
 * @param options what may be left out
 */
public record ExperimentMetric(
    String name,
    Role role,
    Kind kind,
    UnitValue value,
    UnitValue per,
    double scale,
    int windowDays,
    Direction direction,
    Options options) {

  /** What a metric decides. */
  public enum Role {
    PRIMARY,
    SECONDARY,
    GUARDRAIL;

    /** Name in tables. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How the numbers of customers are summed up. */
  public enum Kind {
    /** Mean over customers. */
    MEAN,
    /** Share of customers whose number is not 0. */
    PROPORTION,
    /** Sum over sum. */
    RATIO;

    /** Name in files and tables. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param bound most that a guardrail may change in its bad direction, in units of its mean; null
   *     for others
   * @param covariateDays days before exposure in which the same number adjusts the effect, see
   *     {@link Cuped}; 0 for none
   * @param cap most that a customer counts; null for no limit. One customer then cannot decide the
   *     mean, and the effect is that on the capped number: smaller than the effect on the mean
   *     where the treatment works above the cap
   * @param detect smallest effect that is worth seeing, in units of the mean; null where none is
   *     declared
   */
  public record Options(Double bound, int covariateDays, Long cap, Double detect) {}

  /** Whether the days of a customer that count are over. */
  public boolean isMature(Enrolment enrolment, LocalDate asOf) {
    return !end(enrolment).isAfter(asOf.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /**
   * What a customer whose days are over adds to {@link Moments}: the number and its covariate, or
   * numerator and denominator. Empty where a number cannot be known; such a customer must be
   * counted, because leaving some out can make arms differ.
   */
  public Optional<long[]> unit(CustomerAsOf customer, Enrolment enrolment) {
    OptionalLong y = number(value, customer, enrolment.exposedAt(), end(enrolment));
    OptionalLong x = second(customer, enrolment);
    return y.isPresent() && x.isPresent()
        ? Optional.of(Moments.ofUnit(y.getAsLong(), x.getAsLong()))
        : Optional.empty();
  }

  /**
   * What such a customer adds to the moments of {@link Novelty}: the number of the first days and
   * that of the later ones. Empty as {@link #unit}.
   */
  public Optional<long[]> course(CustomerAsOf customer, Enrolment enrolment, Novelty.Days days) {
    Instant from = enrolment.exposedAt();
    Instant turn = from.plus(Duration.ofDays(days.first()));
    OptionalLong first = number(value, customer, from, turn);
    OptionalLong later = number(value, customer, turn, turn.plus(Duration.ofDays(days.later())));
    return first.isPresent() && later.isPresent()
        ? Optional.of(Moments.ofUnit(first.getAsLong(), later.getAsLong()))
        : Optional.empty();
  }

  /**
   * The parts of the window between which effects may fade: the first 7 days of 14 or more, the
   * first half of fewer. Empty for a ratio, a proportion and a window of a day, which have no
   * course.
   */
  public Optional<Novelty.Days> parts() {
    if (kind != Kind.MEAN || windowDays < 2) {
      return Optional.empty();
    }
    int first = windowDays >= 14 ? 7 : windowDays / 2;
    return Optional.of(new Novelty.Days(first, windowDays - first));
  }

  /** What the analysis of an arm needs, in units of the mean. */
  public Sample sample(Moments moments) {
    return (kind == Kind.RATIO ? Sample.ofRatio(moments) : Sample.ofMean(moments)).times(scale);
  }

  /**
   * The effect on two arms with its fixed-horizon interval.
   *
   * @param level coverage of the interval
   */
  public Optional<Effect> effect(Sample control, Sample treatment, double level) {
    return kind == Kind.PROPORTION
        ? Welch.proportions(control, treatment, level)
        : Welch.means(control, treatment, level);
  }

  /** Raw tables that fill it. */
  public List<String> sources() {
    return numbers().flatMap(each -> each.sources().stream()).distinct().toList();
  }

  /**
   * The sources of a number none of which has rows; empty when it is filled.
   *
   * @param hasRows whether a raw table has rows
   */
  public List<String> missing(Predicate<String> hasRows) {
    return numbers()
        .filter(each -> !each.isFilled(hasRows))
        .flatMap(each -> each.sources().stream())
        .distinct()
        .toList();
  }

  private Stream<UnitValue> numbers() {
    return Stream.of(value, per).filter(each -> each != null);
  }

  private OptionalLong second(CustomerAsOf customer, Enrolment enrolment) {
    if (kind == Kind.RATIO) {
      return per.of(customer, enrolment.exposedAt(), end(enrolment));
    }
    Instant at = enrolment.exposedAt();
    return options.covariateDays() == 0
        ? OptionalLong.of(0)
        : number(value, customer, at.minus(Duration.ofDays(options.covariateDays())), at);
  }

  private OptionalLong number(UnitValue of, CustomerAsOf customer, Instant from, Instant to) {
    OptionalLong number = of.of(customer, from, to);
    if (number.isEmpty()) {
      return number;
    } else if (kind == Kind.PROPORTION) {
      return OptionalLong.of(number.getAsLong() == 0 ? 0 : 1);
    }
    return options.cap() == null
        ? number
        : OptionalLong.of(Math.min(number.getAsLong(), options.cap()));
  }

  /** When the days of a customer that count are over. */
  Instant end(Enrolment enrolment) {
    return enrolment.exposedAt().plus(Duration.ofDays(windowDays));
  }
}
