package io.growthline.pipelines.ingest;

import io.growthline.domain.ingest.RejectedRecordException;
import io.growthline.domain.ingest.RejectionCode;
import java.io.Closeable;
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
final class CsvRows implements Closeable {
  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  private final CSVFormat format;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> header = new ArrayList<>();
  private CSVRecord record;

  CsvRows(InputStream in, char delimiter) throws IOException {
    format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    parser =
        CSVParser.builder()
            .setReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1))
            .setFormat(format.builder().setIgnoreEmptyLines(true).get())
            .get();
    records = parser.iterator();
    if (next()) {
      for (String name : record) {
        boolean first = header.isEmpty() && name.startsWith(BYTE_ORDER_MARK);
        header.add(utf8(first ? name.substring(BYTE_ORDER_MARK.length()) : name).strip());
      }
      if (new HashSet<>(header).size() < header.size()) {
        throw new UnreadableFileException("the header names a column twice");
      }
    }
  }

  boolean advance() throws IOException {
    return next();
  }

  /** Number of the record, from 1, the header not counted. */
  long number() {
    return record.getRecordNumber() - 1;
  }

  /** The record as it came, apart from quoting. */
  byte[] payload() {
    return format.format((Object[]) record.values()).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Values by name; {@link #payload()} has been found to be UTF-8. */
  Map<String, String> values() throws RejectedRecordException {
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

  private boolean next() throws IOException {
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
