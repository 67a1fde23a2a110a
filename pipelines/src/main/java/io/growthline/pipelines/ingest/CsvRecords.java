package io.growthline.pipelines.ingest;

import io.growthline.domain.ingest.Payloads;
import io.growthline.domain.ingest.RejectedRecordException;
import io.growthline.domain.ingest.RejectionCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records of a CSV file with a header. Each is judged alone, so that a bad byte or a stray quote
 * costs one record and not the file.
 */
final class CsvRecords implements Records {
  private final CsvScanner scanner;
  private final List<String> header = new ArrayList<>();
  private long number;
  private byte[] payload;

  CsvRecords(InputStream in, char delimiter) throws IOException {
    scanner = new CsvScanner(in, delimiter);
    scanner.skipByteOrderMark();
    if (scanner.next()) {
      readHeader();
    }
  }

  private void readHeader() throws IOException {
    byte[] bytes = payload();
    if (bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
      throw new UnreadableFileException(
          "it is compressed with gzip, but its name does not end in .gz: rename it");
    }
    try {
      check();
    } catch (RejectedRecordException e) {
      throw new UnreadableFileException("its header cannot be read: " + e.getMessage());
    }
    for (int i = 0; i < scanner.values(); i++) {
      header.add(scanner.value(i).strip());
    }
    if (new HashSet<>(header).size() < header.size()) {
      throw new UnreadableFileException("the header names a column twice");
    }
  }

  @Override
  public boolean next() throws IOException {
    payload = null;
    number++;
    return scanner.next();
  }

  /** Number of the record, from 1, the header not counted. */
  @Override
  public long number() {
    return number;
  }

  @Override
  public byte[] payload() {
    if (payload == null) {
      payload = scanner.toBytes();
    }
    return payload;
  }

  @Override
  public Map<String, String> values() throws RejectedRecordException {
    check();
    if (scanner.values() != header.size()) {
      throw malformed(
          "The record has " + scanner.values() + " values, the header " + header.size());
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      values.put(header.get(i), scanner.value(i));
    }
    return values;
  }

  private void check() throws RejectedRecordException {
    Payloads.check(payload());
    if (scanner.problem() != null) {
      throw malformed(scanner.problem());
    }
  }

  private static RejectedRecordException malformed(String cause) {
    return new RejectedRecordException(RejectionCode.MALFORMED_RECORD, null, cause);
  }

  @Override
  public void close() throws IOException {
    scanner.close();
  }

  /** The values of one record under a header line. */
  static Map<String, String> values(byte[] header, byte[] record, char delimiter)
      throws RejectedRecordException {
    Payloads.check(record);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(header);
    file.write('\n');
    file.writeBytes(record);
    try (CsvRecords records =
        new CsvRecords(new ByteArrayInputStream(file.toByteArray()), delimiter)) {
      if (records.next()) {
        return records.values();
      }
      throw malformed("The record is empty");
    } catch (IOException e) {
      throw malformed("The record has no header that can be read");
    }
  }
}
