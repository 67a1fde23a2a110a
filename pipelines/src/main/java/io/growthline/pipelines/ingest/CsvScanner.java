package io.growthline.pipelines.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Splits a stream into records of CSV (RFC 4180), which are slices of one buffer. A quote that is
 * not closed, or closed in the middle of a value, spoils its own line and no other: the record is
 * that line alone, and the next one begins behind it. Blank lines are no records. A record that is
 * too large is cut, so that it cannot exhaust memory, but stays recognisably too large.
 */
final class CsvScanner extends SlicedStream {
  private static final int CHUNK = 1 << 16;
  private static final int END = -1;
  private static final String NOT_CLOSED = "A quote is not closed";
  private static final String TEXT_BEHIND = "Text stands behind a closing quote";

  private final char delimiter;
  private int[] ends = new int[16];
  private int values;
  private String problem;
  private boolean cut;

  /**
   * @param delimiter stands between values; one of ASCII
   */
  CsvScanner(InputStream in, char delimiter) {
    super(in, CHUNK);
    this.delimiter = delimiter;
  }

  /** Passes over the mark that some programs begin a file of UTF-8 with. */
  void skipByteOrderMark() throws IOException {
    if (at(0) == 0xef && at(1) == 0xbb && at(2) == 0xbf) {
      position += 3;
    }
  }

  /** Moves to the next record; false at the end of the stream. */
  boolean next() throws IOException {
    while (cut && at(0) != END && !isLineEnd(at(0))) {
      position++;
    }
    while (isLineEnd(at(0))) {
      position++;
    }
    if (at(0) == END) {
      return false;
    }
    problem = null;
    values = 0;
    int end = record();
    if (problem != null || end >= KEPT_AT_MOST) {
      end = line();
    }
    cut = end == KEPT_AT_MOST;
    length = end;
    start = position;
    position += end;
    return true;
  }

  /** Why the record has no values, null when it has. */
  String problem() {
    return problem;
  }

  /** Number of its values. */
  int values() {
    return values;
  }

  /** A value without its quotes, which must be UTF-8. */
  String value(int index) {
    int from = start + (index == 0 ? 0 : ends[index - 1] + 1);
    int to = start + ends[index];
    if (from == to || buffer[from] != '"') {
      return new String(buffer, from, to - from, StandardCharsets.UTF_8);
    }
    int last = to - 1;
    while (buffer[last] != '"') {
      last--;
    }
    String value = new String(buffer, from + 1, last - from - 1, StandardCharsets.UTF_8);
    return value.indexOf('"') < 0 ? value : value.replace("\"\"", "\"");
  }

  /** Finds the values from here on; gives the end of the record, or of what is too much for one. */
  private int record() throws IOException {
    int end = 0;
    while (true) {
      end = at(end) == '"' ? afterQuotes(end) : afterText(end);
      if (problem != null || end >= KEPT_AT_MOST) {
        return end;
      }
      if (values == ends.length) {
        ends = Arrays.copyOf(ends, 2 * values);
      }
      ends[values++] = end;
      if (at(end) != delimiter) {
        return end;
      }
      end++;
    }
  }

  private int afterText(int from) throws IOException {
    int end = from;
    for (int c = at(end); c != END && c != delimiter && !isLineEnd(c); c = at(end)) {
      if (++end == KEPT_AT_MOST) {
        break;
      }
    }
    return end;
  }

  private int afterQuotes(int from) throws IOException {
    int end = from + 1;
    while (at(end) != '"' || at(end + 1) == '"') {
      if (at(end) == END || end >= KEPT_AT_MOST) {
        problem = NOT_CLOSED;
        return end;
      }
      end += at(end) == '"' ? 2 : 1;
    }
    end++;
    while (at(end) != delimiter && (at(end) == ' ' || at(end) == '\t')) {
      end++;
    }
    if (at(end) != END && at(end) != delimiter && !isLineEnd(at(end))) {
      problem = TEXT_BEHIND;
    }
    return end;
  }

  /** The end of the line that begins here, or of what is kept of it. */
  private int line() throws IOException {
    int end = 0;
    while (end < KEPT_AT_MOST && at(end) != END && !isLineEnd(at(end))) {
      end++;
    }
    return end;
  }

  private int at(int offset) throws IOException {
    while (position + offset >= limit) {
      if (!fill()) {
        return END;
      }
    }
    return buffer[position + offset] & 0xff;
  }

  private static boolean isLineEnd(int c) {
    return c == '\n' || c == '\r';
  }
}
