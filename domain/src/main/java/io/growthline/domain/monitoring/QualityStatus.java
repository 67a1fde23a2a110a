package io.growthline.domain.monitoring;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What the quality scores of a table mean, mildest first. */
public enum QualityStatus {
  OK,
  WARN,
  BAD,
  CRITICAL,
  /** There is nothing to judge by. */
  WITHHELD;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name in tables. */
  public String id() {
    return id;
  }

  /** What a table may say. */
  public static final class Names implements Supplier<List<String>> {
    @Override
    public List<String> get() {
      return Arrays.stream(values()).map(QualityStatus::id).toList();
    }
  }
}
