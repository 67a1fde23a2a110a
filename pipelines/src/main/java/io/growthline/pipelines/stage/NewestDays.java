package io.growthline.pipelines.stage;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What a statement reads of a partitioned table when all of it would bill too much. */
public final class NewestDays {
  private NewestDays() {}

  /**
   * First days of what to read, from a year to a day; the first that is affordable is the one.
   *
   * @param asOf day after the newest rows
   */
  public static List<LocalDate> before(LocalDate asOf) {
    return Stream.of(366, 92, 31, 7, 1).map(asOf::minusDays).toList();
  }
}
