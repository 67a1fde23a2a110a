package io.growthline.domain.geo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Daily values of one metric by region, without a gap: regions are in order, days follow. */
public final class Panel {
  private final LocalDate first;
  private final int days;
  private final TreeMap<String, double[]> values;

  private Panel(LocalDate first, int days, TreeMap<String, double[]> values) {
    this.first = first;
    this.days = days;
    this.values = values;
  }

  /** The value of a region on a day. */
  public record Outcome(String region, LocalDate day, double value) {}

  /**
   * The panel of all outcomes from the first of their days to the last.
   *
   * @throws PanelException when there are none, a region lacks a day, has two values of one, or a
   *     value that is no number
   */
  public static Panel of(Collection<Outcome> outcomes) throws PanelException {
    Optional<LocalDate> first = outcomes.stream().map(Outcome::day).min(LocalDate::compareTo);
    Optional<LocalDate> last = outcomes.stream().map(Outcome::day).max(LocalDate::compareTo);
    if (first.isEmpty() || last.isEmpty()) {
      throw new PanelException("There are no outcomes of regions: import or measure them.");
    }
    int days = Math.toIntExact(ChronoUnit.DAYS.between(first.get(), last.get()) + 1);
    TreeMap<String, double[]> values = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      int day = (int) ChronoUnit.DAYS.between(first.get(), outcome.day());
      double[] series = values.computeIfAbsent(outcome.region(), region -> absent(days));
      if (!Double.isFinite(outcome.value())) {
        throw new PanelException(
            "%s has %s on %s: correct the value."
                .formatted(outcome.region(), outcome.value(), outcome.day()));
      }
      if (!Double.isNaN(series[day])) {
        throw new PanelException(
            "%s has two values on %s: keep one.".formatted(outcome.region(), outcome.day()));
      }
      series[day] = outcome.value();
    }
    refuseGaps(first.get(), days, values);
    return new Panel(first.get(), days, values);
  }

  private static void refuseGaps(LocalDate first, int days, TreeMap<String, double[]> values)
      throws PanelException {
    String missing = null;
    int others = -1;
    for (String region : values.keySet()) {
      double[] series = values.get(region);
      for (int day = 0; day < days; day++) {
        if (Double.isNaN(series[day])) {
          missing = missing == null ? region + " has no value on " + first.plusDays(day) : missing;
          others++;
        }
      }
    }
    if (missing != null) {
      String more = others == 0 ? "" : ", and %,d other values are missing".formatted(others);
      throw new PanelException(
          missing + more + ": deliver the days, 0 included, or leave the region out.");
    }
  }

  private static double[] absent(int days) {
    double[] series = new double[days];
    Arrays.fill(series, Double.NaN);
    return series;
  }

  /** Regions in order. */
  public List<String> regions() {
    return List.copyOf(values.keySet());
  }

  public boolean has(String region) {
    return values.containsKey(region);
  }

  public LocalDate first() {
    return first;
  }

  public LocalDate last() {
    return first.plusDays(days - 1L);
  }

  public int days() {
    return days;
  }

  /** Place of a day, 0 for the first; it may lie outside. */
  public int indexOf(LocalDate day) {
    return Math.toIntExact(ChronoUnit.DAYS.between(first, day));
  }

  /** Copies of the series of regions, in the order asked for. */
  public double[][] series(List<String> regions) {
    return regions.stream().map(region -> values.get(region).clone()).toArray(double[][]::new);
  }

  /** The days from {@code from} (inclusive) to {@code to} (exclusive) that the panel holds. */
  public Panel between(LocalDate from, LocalDate to) {
    int start = Math.max(0, indexOf(from));
    int end = Math.max(start, Math.min(days, indexOf(to)));
    TreeMap<String, double[]> part = new TreeMap<>();
    values.forEach((region, all) -> part.put(region, Arrays.copyOfRange(all, start, end)));
    return new Panel(first.plusDays(start), end - start, part);
  }

  /** The panel without some regions. */
  public Panel without(Collection<String> regions) {
    TreeMap<String, double[]> rest = new TreeMap<>(values);
    regions.forEach(rest::remove);
    return new Panel(first, days, rest);
  }
}
