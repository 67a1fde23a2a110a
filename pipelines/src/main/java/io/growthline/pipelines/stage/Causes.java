package io.growthline.pipelines.stage;

import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.apache.beam.sdk.util.UserCodeException;

/** What to say to people about an exception. */
public final class Causes {
  private static final String DISK_FULL = "No space left on device";

  private Causes() {}

  /** One line: the message of the innermost exception that says what happened. */
  public static String oneLine(Throwable failure) {
    if (isDiskFull(failure)) {
      return "The disk is full (" + DISK_FULL + "): free some space, then run again.";
    }
    Throwable cause = failure;
    while (cause.getCause() != null
        && (cause instanceof PipelineExecutionException
            || cause instanceof UserCodeException
            || cause.getMessage() == null)) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    String text =
        message == null || message.isBlank()
            ? cause.getClass().getSimpleName()
            : message.lines().findFirst().orElseThrow();
    if (cause instanceof OutOfMemoryError) {
      return "Out of memory: raise -Xmx in GROWTHLINE_JAVA_OPTS.";
    }
    return text;
  }

  // Whatever a library says on top, because it could not close a file for example.
  private static boolean isDiskFull(Throwable failure) {
    if (failure == null) {
      return false;
    }
    return DISK_FULL.equals(failure.getMessage())
        || isDiskFull(failure.getCause())
        || Stream.of(failure.getSuppressed()).anyMatch(Causes::isDiskFull);
  }
}
