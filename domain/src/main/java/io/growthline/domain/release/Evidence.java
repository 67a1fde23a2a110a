package io.growthline.domain.release;

import io.growthline.domain.experiment.Interval;

/**
 * What a gate looks at.
 *
 * @param figure the figure with its interval, whose ends may be infinite; null when there is none
 * @param place where it comes from
 * @param doubt why a figure that looks good does not suffice, or why there is none; null without
 *     doubt
 */
public record Evidence(Interval figure, Place place, String doubt) {
  /**
   * Where evidence is.
   *
   * @param table published table
   * @param key its key columns, as {@code column=value} separated by commas
   */
  public record Place(String table, String key) {}

  public Evidence {
    if (figure == null && doubt == null) {
      throw new IllegalArgumentException("Evidence without a figure says why");
    }
  }

  /** A figure with its interval. */
  static Evidence of(Interval figure, Place place) {
    return new Evidence(figure, place, null);
  }

  /** A figure without sampling error. */
  static Evidence exact(double figure, Place place) {
    return of(new Interval(figure, figure, figure), place);
  }

  /** There is no figure. */
  static Evidence missing(Place place, String why) {
    return new Evidence(null, place, why);
  }

  /** The same, with a doubt. */
  Evidence doubted(String why) {
    return new Evidence(figure, place, why);
  }

  boolean isThere() {
    return figure != null;
  }
}
