package io.growthline.pipelines.run;

/** A run that cannot go on; the message is one line that says what happened and what to do. */
public final class RunException extends RuntimeException {
  public RunException(String message) {
    super(message);
  }

  public RunException(String message, Throwable cause) {
    super(message, cause);
  }
}
