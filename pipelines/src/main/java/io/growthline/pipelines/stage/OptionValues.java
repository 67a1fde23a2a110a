package io.growthline.pipelines.stage;

import java.lang.reflect.Method;
import org.apache.beam.sdk.options.PipelineOptions;

/** Compares the values of options with what they must look like. */
final class OptionValues {
  private OptionValues() {}

  /**
   * Checks every option that has a value.
   *
   * @throws UsageException for the first value that does not match
   */
  static void check(Class<? extends PipelineOptions> type, PipelineOptions options) {
    PipelineOptions values = options.as(type);
    for (Method getter : type.getMethods()) {
      Matches matches = getter.getAnnotation(Matches.class);
      if (matches != null) {
        String value = text(getter, values);
        if (value != null && !value.matches(matches.value())) {
          throw new UsageException(
              "--%s is \"%s\"; it must match %s"
                  .formatted(OptionNames.of(getter), value, matches.value()));
        }
      }
    }
  }

  private static String text(Method getter, PipelineOptions options) {
    try {
      Object value = getter.invoke(options);
      return value == null ? null : value.toString();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + getter, e);
    }
  }
}
