package io.growthline.pipelines.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells versions of the code apart, so that results of another version are never taken over. */
public final class CodeFingerprint {
  private CodeFingerprint() {}

  /** Digest of the archives that these classes come from. */
  public static String of(List<Class<?>> classes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Class<?> type : classes) {
        Path archive = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        digest.update(
            Files.isRegularFile(archive)
                ? Files.readAllBytes(archive)
                : archive.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the code", e);
    } catch (URISyntaxException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
