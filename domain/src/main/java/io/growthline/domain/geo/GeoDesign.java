package io.growthline.domain.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Designs tests of regions: which regions to treat, and what effect a test of them would find. Past
 * windows are read as if a treatment had been in them, with an effect put in and without, by
 * synthetic control and by the rules that give real tests their verdict. So power is that of the
 * whole reading, checks included. Regions are chosen by how well others explain them.
 */
public final class GeoDesign {
  /** Share of windows in which the least detectable effect is found. */
  public static final double POWER = 0.8;

  /** Choices of one number of regions that are compared by fit. */
  private static final int COMPARED = 100;

  /** Choices that are played through, over all numbers of regions. */
  private static final int PLAYED = 12;

  private static final int MOST_WINDOWS = 20;
  private static final int LEAST_WINDOWS = 5;
  private static final SyntheticControl METHOD = new SyntheticControl();

  private final Panel panel;
  private final GeoDesignRequest request;

  private GeoDesign(Panel panel, GeoDesignRequest request) {
    this.panel = panel;
    this.request = request;
  }

  /**
   * Plans, the one that finds the smallest effect first.
   *
   * @throws IllegalArgumentException when the panel is too short, has too few regions, or lacks one
   *     that is asked for
   */
  public static List<GeoPlan> of(Panel panel, GeoDesignRequest request) {
    GeoDesign design = new GeoDesign(panel, request);
    int[] numbers = request.numbers(panel);
    int[] starts = design.starts();
    int each = Math.max(1, PLAYED / numbers.length);
    return IntStream.of(numbers)
        .boxed()
        .flatMap(number -> design.candidates(number).limit(each))
        .map(regions -> design.plan(regions, starts))
        .sorted(GeoPlan.BEST_FIRST)
        .toList();
  }

  /**
   * First days of windows, the same distance apart. Before each there are at least half of the days
   * that a test made after the panel would have, as power depends on them.
   */
  private int[] starts() {
    int days = request.days();
    int least = Math.max(GeoAnalysis.leastPreDays(days), (panel.days() - days) / 2);
    int places = panel.days() - days - least + 1;
    if (places < LEAST_WINDOWS) {
      throw new IllegalArgumentException(
          "there are outcomes of %d days, and a test of %d days needs %d: give fewer days"
              .formatted(
                  panel.days(), days, GeoAnalysis.leastPreDays(days) + days + LEAST_WINDOWS - 1));
    }
    int windows = Math.min(MOST_WINDOWS, places);
    return IntStream.range(0, windows).map(i -> least + i * (places - 1) / (windows - 1)).toArray();
  }

  /** Sets of regions, that which others explain best first. */
  private Stream<List<String>> candidates(int number) {
    List<String> free = panel.without(request.fixed()).without(request.excluded()).regions();
    record Candidate(List<String> regions, double error) {}
    return Choices.of(free.size(), number - request.fixed().size(), COMPARED).stream()
        .map(
            choice ->
                Stream.concat(request.fixed().stream(), IntStream.of(choice).mapToObj(free::get))
                    .sorted()
                    .toList())
        .map(regions -> new Candidate(regions, error(regions)))
        .filter(candidate -> Double.isFinite(candidate.error()))
        .sorted(Comparator.comparingDouble(Candidate::error))
        .map(Candidate::regions);
  }

  private double error(List<String> regions) {
    return METHOD.fit(comparison(panel, regions, panel.days())).relativeRmse();
  }

  private static Comparison comparison(Panel panel, List<String> regions, int pre) {
    return new Comparison(
        panel.series(regions), panel.series(panel.without(regions).regions()), pre);
  }

  private GeoPlan plan(List<String> regions, int[] starts) {
    List<PastWindow> windows = new ArrayList<>();
    for (int start : starts) {
      int from = Math.max(0, start - GeoAnalysis.MOST_PRE_DAYS);
      Panel part =
          panel.between(
              panel.first().plusDays(from), panel.first().plusDays((long) start + request.days()));
      windows.add(
          new PastWindow(
              METHOD, comparison(part, regions, start - from), part.without(regions).regions()));
    }
    int apart = 1 + (starts[starts.length - 1] - starts[0]) / request.days();
    return GeoPlan.of(regions, request, windows, Math.min(apart, windows.size()), volume(regions));
  }

  /** Mean of the metric on a day, in these regions together and in all. */
  private GeoPlan.Volume volume(List<String> regions) {
    return new GeoPlan.Volume(daily(regions), daily(panel.regions()), error(regions));
  }

  private double daily(List<String> regions) {
    double sum = 0;
    for (double[] series : panel.series(regions)) {
      sum += Counterfactual.mean(series, 0, series.length);
    }
    return sum;
  }
}
