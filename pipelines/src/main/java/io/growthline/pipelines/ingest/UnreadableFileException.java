package io.growthline.pipelines.ingest;

import java.io.IOException;

/** A landing file cannot be read; the message quotes nothing of its content. */
final class UnreadableFileException extends IOException {
  private static final long serialVersionUID = 1L;

  UnreadableFileException(String message) {
    super(message);
  }
}
