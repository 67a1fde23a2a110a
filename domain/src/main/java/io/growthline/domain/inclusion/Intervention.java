package io.growthline.domain.inclusion;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What is done for a customer before a transfer, from the least to the most. None of them blocks.
 */
enum Intervention {
  /** Nothing was seen. */
  NONE,
  /** A few words about scams. */
  EDUCATION,
  /** A question that must be answered first. */
  SOFT_FRICTION,
  /** Time to think, which the customer may end. */
  COOLING_OFF,
  /** A person calls and helps. */
  HUMAN_REVIEW;

  /** Names for contracts. */
  public static final class Names implements Supplier<List<String>> {
    @Override
    public List<String> get() {
      return Arrays.stream(values()).map(Intervention::text).toList();
    }
  }

  /** Name in tables. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
