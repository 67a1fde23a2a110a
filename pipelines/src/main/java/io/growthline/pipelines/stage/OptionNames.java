package io.growthline.pipelines.stage;

import java.lang.reflect.Method;
import java.util.Locale;

/** Names of options on the command line. */
public final class OptionNames {
  private OptionNames() {}

  /** {@code asOf} of {@code getAsOf}, {@code rebuild} of {@code isRebuild}. */
  public static String of(Method getter) {
    String name = getter.getName().replaceFirst("^(get|is)", "");
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
