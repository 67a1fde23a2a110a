package io.growthline.domain.geo;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a test of regions is to find, and which regions may be treated.
 *
 * @param days days of the treatment, 1 to {@value #MOST_DAYS}
 * @param regions how many are treated; 0 tries several numbers
 * @param fixed regions that are treated in any case
 * @param excluded regions that are never treated, though compared with
 * @param lift effect to be found, as a share of what happens without it, above 0
 */
public record GeoDesignRequest(
    int days, int regions, List<String> fixed, List<String> excluded, double lift) {
  static final int MOST_DAYS = 182;

  /** Numbers of regions that are tried where none is asked for. */
  private static final int NUMBERS = 4;

  /**
   * @throws IllegalArgumentException when a value is out of range or two contradict each other
   */
  public GeoDesignRequest {
    require(days >= 1 && days <= MOST_DAYS, "days must be 1 to %d, not %d", MOST_DAYS, days);
    require(regions >= 0, "regions must be at least 1, not %d", regions);
    require(lift > 0 && lift <= 10, "lift must be above 0 and at most 10, not %s", lift);
    fixed = fixed.stream().distinct().sorted().toList();
    excluded = excluded.stream().distinct().sorted().toList();
    for (String region : fixed) {
      require(!excluded.contains(region), "%s is both fixed and excluded", region);
    }
    require(
        regions == 0 || fixed.size() <= regions,
        "%d regions are fixed, but %d are to be treated",
        fixed.size(),
        regions);
  }

  /**
   * How many regions may be treated, ascending, in a panel.
   *
   * @throws IllegalArgumentException when the panel lacks a region, or no test of it can be read
   */
  int[] numbers(Panel panel) {
    fixed.forEach(region -> requireKnown(panel, region));
    excluded.forEach(region -> requireKnown(panel, region));
    int all = panel.regions().size();
    int eligible = all - excluded.size();
    int least = regions > 0 ? regions : Math.max(1, fixed.size());
    int most = Math.min(eligible, regions > 0 ? regions : least + NUMBERS - 1);
    int[] numbers =
        IntStream.rangeClosed(least, most).filter(number -> leavesPlacebos(all, number)).toArray();
    require(
        numbers.length > 0,
        "of %d regions, %d of them excluded, %s cannot be treated: too few would be left to compare with",
        all,
        excluded.size(),
        regions > 0 ? String.valueOf(regions) : "none");
    return numbers;
  }

  private static boolean leavesPlacebos(int regions, int treated) {
    int controls = regions - treated;
    return controls >= treated + GeoAnalysis.LEAST_MORE_CONTROLS
        && Choices.number(controls, treated) >= 1 / GeoVerdict.MOST_PLACEBO_P - 1;
  }

  private static void requireKnown(Panel panel, String region) {
    require(
        panel.has(region),
        "there is no region %s; known: %s",
        region,
        String.join(", ", panel.regions()));
  }

  private static void require(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new IllegalArgumentException(message.formatted(values));
    }
  }
}
