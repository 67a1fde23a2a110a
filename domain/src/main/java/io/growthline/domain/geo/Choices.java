package io.growthline.domain.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Ways to choose some regions of many, the same in every run. */
final class Choices {
  private static final long SEED = 42;

  private Choices() {}

  /**
   * Every choice, or some by chance where there are more than wanted; the first is that of the
   * first regions.
   *
   * @param regions number of regions
   * @param chosen how many of them are chosen, 1 to {@code regions}
   * @param most choices at most
   */
  static List<int[]> of(int regions, int chosen, int most) {
    return number(regions, chosen) <= most ? all(regions, chosen) : some(regions, chosen, most);
  }

  private static double number(int regions, int chosen) {
    double number = 1;
    for (int i = 0; i < chosen; i++) {
      number *= (double) (regions - i) / (chosen - i);
    }
    return number;
  }

  private static List<int[]> all(int regions, int chosen) {
    List<int[]> found = new ArrayList<>();
    for (int[] choice = first(chosen); choice != null; choice = after(choice, regions)) {
      found.add(choice);
    }
    return found;
  }

  private static int[] first(int chosen) {
    int[] choice = new int[chosen];
    for (int i = 0; i < chosen; i++) {
      choice[i] = i;
    }
    return choice;
  }

  private static int[] after(int[] choice, int regions) {
    int[] next = choice.clone();
    int place = next.length - 1;
    while (place >= 0 && next[place] == regions - next.length + place) {
      place--;
    }
    if (place < 0) {
      return null;
    }
    next[place]++;
    for (int i = place + 1; i < next.length; i++) {
      next[i] = next[i - 1] + 1;
    }
    return next;
  }

  private static List<int[]> some(int regions, int chosen, int most) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<int[]> found = new ArrayList<>();
    found.add(first(chosen));
    Set<String> seen = new HashSet<>(Set.of(Arrays.toString(first(chosen))));
    int[] order = first(regions);
    while (found.size() < most) {
      for (int i = 0; i < chosen; i++) {
        int with = i + random.nextInt(regions - i);
        int kept = order[i];
        order[i] = order[with];
        order[with] = kept;
      }
      int[] choice = Arrays.copyOf(order, chosen);
      Arrays.sort(choice);
      if (seen.add(Arrays.toString(choice))) {
        found.add(choice);
      }
    }
    return found;
  }
}
