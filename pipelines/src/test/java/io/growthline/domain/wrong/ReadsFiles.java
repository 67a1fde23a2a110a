package io.growthline.domain.wrong;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Breaks a rule, to show that it holds. */
final class ReadsFiles {
  private ReadsFiles() {}

  static String read(Path file) throws IOException {
    return Files.readString(file);
  }
}
