package io.growthline.domain.monitoring;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What a check, a gate or a comparison says, mildest first. */
public enum CheckStatus {
  PASS,
  WARN,
  FAIL,
  /** There is too little to judge by. */
  WITHHELD;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name in tables. */
  public String id() {
    return id;
  }

  /** Whether a column of a table says so. */
  public boolean is(String value) {
    return id.equals(value);
  }

  /**
   * The status of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static CheckStatus of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  /** What a table may say where something is always judged. */
  public static final class Judged implements Supplier<List<String>> {
    @Override
    public List<String> get() {
      return List.of(PASS.id, WARN.id, FAIL.id);
    }
  }

  /** What a table may say where there can be too little to judge by. */
  public static final class Any implements Supplier<List<String>> {
    @Override
    public List<String> get() {
      return Arrays.stream(values()).map(CheckStatus::id).toList();
    }
  }
}
