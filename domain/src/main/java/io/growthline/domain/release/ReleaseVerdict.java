package io.growthline.domain.release;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What may be done with a change, the most first. */
public enum ReleaseVerdict {
  /** Give it to everybody. */
  SHIP,
  /** Give it to a part of the customers, and watch. */
  LIMITED_ROLLOUT,
  /** The evidence does not suffice: keep it to an experiment. */
  EXPERIMENT_ONLY,
  /** A person must decide. */
  NEEDS_HUMAN_REVIEW,
  /** Give it to nobody. */
  BLOCK;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name in files and tables. */
  public String id() {
    return id;
  }

  /** The one that allows less. */
  ReleaseVerdict strictest(ReleaseVerdict other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The one that allows more. */
  ReleaseVerdict mildest(ReleaseVerdict other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The strictest of all; {@link #EXPERIMENT_ONLY} when there is none, as nothing was judged. */
  static ReleaseVerdict strictest(Stream<ReleaseVerdict> all) {
    return all.max(Comparator.naturalOrder()).orElse(EXPERIMENT_ONLY);
  }

  /** What a table may say. */
  public static final class Names implements Supplier<List<String>> {
    @Override
    public List<String> get() {
      return Arrays.stream(values()).map(ReleaseVerdict::id).toList();
    }
  }
}
