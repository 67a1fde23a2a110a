package io.growthline.pipelines.ingest;

import io.growthline.domain.ingest.Payloads;
import io.growthline.domain.ingest.RejectedRecordException;
import io.growthline.domain.ingest.RejectionCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Records of a CSV file with a header. Bytes are read as Latin-1, which never fails, and each value
 * is decoded as UTF-8 afterwards, so that one bad byte costs one record and not the file.
 */
final class CsvRecords implements Records {
  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  private final CSVFormat format;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> header = new ArrayList<>();
  private CSVRecord record;
  private byte[] payload;

  CsvRecords(InputStream in, char delimiter) throws IOException {
    format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    parser =
        CSVParser.builder()
            .setReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1))
            .setFormat(format.builder().setIgnoreEmptyLines(true).get())
            .get();
    records = parser.iterator();
    if (advance()) {
      for (String name : record) {
        boolean first = header.isEmpty() && name.startsWith(BYTE_ORDER_MARK);
        header.add(utf8(first ? name.substring(BYTE_ORDER_MARK.length()) : name).strip());
      }
      if (new HashSet<>(header).size() < header.size()) {
        throw new UnreadableFileException("the header names a column twice");
      }
    }
  }

  @Override
  public boolean next() throws IOException {
    return advance();
  }

  /** Number of the record, from 1, the header not counted. */
  @Override
  public long number() {
    return record.getRecordNumber() - 1;
  }

  /** The record as it came, apart from quoting. */
  @Override
  public byte[] payload() {
    if (payload == null) {
      payload = format.format((Object[]) record.values()).getBytes(StandardCharsets.ISO_8859_1);
    }
    return payload;
  }

  @Override
  public Map<String, String> values() throws RejectedRecordException {
    Payloads.check(payload());
    if (record.size() != header.size()) {
      throw new RejectedRecordException(
          RejectionCode.MALFORMED_RECORD,
          null,
          "The record has " + record.size() + " values, the header " + header.size());
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      values.put(header.get(i), utf8(record.get(i)));
    }
    return values;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** The values of one line under a header line. */
  static Map<String, String> values(byte[] header, byte[] line, char delimiter)
      throws RejectedRecordException {
    Payloads.check(line);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(header);
    file.write('\n');
    file.writeBytes(line);
    try (CsvRecords records =
        new CsvRecords(new ByteArrayInputStream(file.toByteArray()), delimiter)) {
      if (records.next()) {
        return records.values();
      }
      throw new RejectedRecordException(
          RejectionCode.MALFORMED_RECORD, null, "The record is empty");
    } catch (IOException e) {
      throw new RejectedRecordException(
          RejectionCode.MALFORMED_RECORD, null, "The record is not valid CSV");
    }
  }

  private boolean advance() throws IOException {
    payload = null;
    try {
      if (!records.hasNext()) {
        return false;
      }
      record = records.next();
      return true;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String utf8(String latin1) {
    return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
