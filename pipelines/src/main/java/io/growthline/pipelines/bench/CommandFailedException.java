package io.growthline.pipelines.bench;

/** A command of a benchmark that did not end well. */
final class CommandFailedException extends Exception {
  private static final long serialVersionUID = 1;

  CommandFailedException(String message) {
    super(message);
  }
}
