package io.growthline.domain.ingest;

import io.growthline.domain.Sha256;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * Wraps rejected records of one file in the error envelope.
 *
 * @param stage stage that rejects
 * @param source landing source
 * @param file path below the landing place
 * @param runId run that sees it
 * @param codeVersion version of the software
 * @param seenAt when the run began, UTC
 */
public record DeadLetters(
    String stage, String source, String file, String runId, String codeVersion, Instant seenAt) {

  /**
   * The envelope of one rejected record. Its id depends only on where the record is, what it was
   * meant for and what it holds, so that a rerun finds the same id. A payload that is not UTF-8
   * text is kept as {@code base64:…}; of one that is too large the first {@link Payloads#MAX_BYTES}
   * are kept.
   *
   * @param line line or row in the file, null for the file as a whole
   * @param table table that the record was meant for, null when unknown
   */
  public DeadLetter of(Rejection rejection, Long line, TableSpec<?> table, byte[] payload) {
    byte[] kept =
        payload.length > Payloads.MAX_BYTES ? Arrays.copyOf(payload, Payloads.MAX_BYTES) : payload;
    String text = text(kept);
    return new DeadLetter(
        errorId(line, table, payload),
        rejection.code().code(),
        rejection.code().retryable(),
        stage,
        source,
        file,
        line,
        table == null ? null : table.name(),
        rejection.column(),
        table == null ? null : (Long) (long) table.version(),
        text,
        Preview.of(text.startsWith("base64:") ? "(not text)" : text, table),
        rejection.cause(),
        runId,
        codeVersion,
        1,
        seenAt,
        DeadLetter.OPEN,
        line != null && kept == payload);
  }

  private String errorId(Long line, TableSpec<?> table, byte[] payload) {
    String place = source + '\n' + file + '\n' + line + '\n' + table + '\n';
    return new Sha256().add(place).add(payload).hex(16);
  }

  private static String text(byte[] payload) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
    } catch (CharacterCodingException e) {
      return "base64:" + Base64.getEncoder().encodeToString(payload);
    }
  }
}
