package io.growthline.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest of bytes and texts, as hexadecimal digits. */
public final class Sha256 {
  private final MessageDigest digest;

  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  public Sha256 add(byte[] bytes) {
    digest.update(bytes);
    return this;
  }

  /** Adds a text in UTF-8. */
  public Sha256 add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A share that looks drawn by chance, from 0 to below 1, and is the same whenever it is asked
   * for: the first 52 bits of the digest of both texts.
   */
  public static double share(String salt, String id) {
    String digits = new Sha256().add(salt).add("\0").add(id).hex(8).substring(0, 13);
    return Long.parseLong(digits, 16) * 0x1p-52;
  }

  /** All 64 digits. The digest begins anew. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The first digits, two for each byte. The digest begins anew. */
  public String hex(int bytes) {
    return HexFormat.of().formatHex(digest.digest(), 0, bytes);
  }
}
