package io.growthline.domain.ingest;

import static io.growthline.domain.ingest.RejectionCode.MALFORMED_RECORD;
import static io.growthline.domain.ingest.RejectionCode.PAYLOAD_TOO_LARGE;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What the bytes of a record must be before anybody reads them as JSON or CSV. */
public final class Payloads {
  /** Records larger than this are rejected. */
  public static final int MAX_BYTES = 1 << 20;

  private static final String CONVERT = "convert the file: iconv -f ";

  private Payloads() {}

  /** Refuses the same as {@link #check(byte[], int, int)}. */
  public static void check(byte[] payload) throws RejectedRecordException {
    check(payload, 0, payload.length);
  }

  /**
   * Refuses what is too large or not UTF-8. NUL is taken for another encoding: no text format has
   * it, and JSON parsers would guess UTF-16 and take one record of such a file.
   */
  public static void check(byte[] bytes, int offset, int length) throws RejectedRecordException {
    if (length > MAX_BYTES) {
      throw tooLarge();
    }
    boolean ascii = true;
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] == 0) {
        throw new RejectedRecordException(
            MALFORMED_RECORD,
            null,
            isWide(bytes, offset, length)
                ? "The record seems to be UTF-16; " + CONVERT + "utf-16 -t utf-8"
                : "The record holds a NUL byte; files must be UTF-8");
      }
      ascii &= bytes[i] > 0;
    }
    if (!ascii) {
      checkUtf8(ByteBuffer.wrap(bytes, offset, length));
    }
  }

  /** The refusal of a record larger than {@link #MAX_BYTES}. */
  public static RejectedRecordException tooLarge() {
    return new RejectedRecordException(
        PAYLOAD_TOO_LARGE, null, "The record is larger than " + MAX_BYTES + " bytes");
  }

  /** Refuses bytes that are not UTF-8, rather than changing them. */
  public static void checkUtf8(ByteBuffer bytes) throws RejectedRecordException {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate());
    } catch (CharacterCodingException e) {
      throw new RejectedRecordException(
          MALFORMED_RECORD,
          null,
          "The record is not valid UTF-8, but perhaps latin-1 (ISO-8859-1, windows-1252); "
              + CONVERT
              + "windows-1252 -t utf-8");
    }
  }

  // Texts in the letters of Europe have a zero in every other byte.
  private static boolean isWide(byte[] bytes, int offset, int length) {
    int zeros = 0;
    for (int i = offset; i < offset + length; i++) {
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return zeros > length / 3;
  }
}
