package io.growthline.pages.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Takes the times out of a workbook, so that the same content gives the same bytes. */
final class TimelessZip {
  /** Properties of the document: the only part in which the library writes the time. */
  private static final String PROPERTIES = "docProps/core.xml";

  /** The first day that a ZIP file can hold. */
  private static final LocalDateTime FIRST = LocalDateTime.of(1980, 1, 1, 0, 0);

  private TimelessZip() {}

  static byte[] of(byte[] workbook) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(FIRST);
        out.putNextEntry(copy);
        out.write(content(entry, in.readAllBytes()));
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The workbook cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private static byte[] content(ZipEntry entry, byte[] content) {
    return entry.getName().equals(PROPERTIES)
        ? new String(content, StandardCharsets.UTF_8)
            .replaceAll("<dcterms:created[^>]*>[^<]*</dcterms:created>", "")
            .getBytes(StandardCharsets.UTF_8)
        : content;
  }
}
