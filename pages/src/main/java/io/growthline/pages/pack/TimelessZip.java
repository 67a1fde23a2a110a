package io.growthline.pages.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Takes the times out of a workbook, so that the same content gives the same bytes. */
final class TimelessZip {
  /** Properties of the document: the only part in which the library writes the time. */
  private static final String PROPERTIES = "docProps/core.xml";

  /** The first day that a ZIP file can hold. */
  private static final LocalDateTime FIRST = LocalDateTime.of(1980, 1, 1, 0, 0);

  private TimelessZip() {}

  /** The library writes sizes behind the parts, which only a file lets one look up. */
  static byte[] of(byte[] workbook) {
    try {
      Path file = Files.createTempFile("growthline-", ".xlsx");
      try {
        Files.write(file, workbook);
        return copy(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The workbook cannot be written", e);
    }
  }

  private static byte[] copy(Path workbook) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile in = new ZipFile(workbook.toFile());
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(FIRST);
        out.putNextEntry(copy);
        out.write(content(entry, in.getInputStream(entry).readAllBytes()));
        out.closeEntry();
      }
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
