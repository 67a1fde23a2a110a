package io.growthline.domain.release;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What a gate says of a change, the mildest first. */
public enum GateStatus {
  PASS,
  WARN,
  /** The evidence does not settle it. */
  WITHHELD,
  REVIEW,
  BLOCK;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name in tables. */
  public String id() {
    return id;
  }

  /** What is said of a figure that allows no more. */
  static GateStatus of(ReleaseVerdict allows) {
    return values()[allows.ordinal()];
  }

  /** What a table may say. */
  public static final class Names implements Supplier<List<String>> {
    @Override
    public List<String> get() {
      return Arrays.stream(values()).map(GateStatus::id).toList();
    }
  }
}
