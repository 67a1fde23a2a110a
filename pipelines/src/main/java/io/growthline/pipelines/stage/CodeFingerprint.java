package io.growthline.pipelines.stage;

import io.growthline.domain.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells versions of the code apart, so that results of another version are never taken over. */
public final class CodeFingerprint {
  private CodeFingerprint() {}

  /** Digest of the archives that these classes come from. */
  public static String of(List<Class<?>> classes) {
    try {
      Sha256 digest = new Sha256();
      for (Class<?> type : classes) {
        Path archive = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isRegularFile(archive)) {
          digest.add(Files.readAllBytes(archive));
        } else {
          digest.add(archive.toString());
        }
      }
      return digest.hex(8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the code", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
