package io.growthline.domain.ingest;

import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowLayout;
import io.growthline.domain.contract.TableSpec;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The columns of one row that is read but not judged yet: numbers, and texts as slices of bytes,
 * without an object for a value. Not thread-safe.
 */
final class RowDraft {
  private static final byte ABSENT = 0;
  private static final byte NULL = 1;
  private static final byte VALUE = 2;
  private static final byte NOT_UNICODE = 3;

  private final RowLayout layout;
  private final byte[] states;
  private final long[] numbers;
  private final int[] starts;
  private final int[] lengths;
  private final RowBuffer decoded = new RowBuffer(256);
  private byte[] source;

  RowDraft(TableSpec<?> table) {
    layout = RowLayout.of(table);
    states = new byte[layout.columns()];
    numbers = new long[states.length];
    starts = new int[states.length];
    lengths = new int[states.length];
  }

  /** Begins a row whose texts are slices of {@code utf8}, which must not change until then. */
  void begin(byte[] utf8) {
    source = utf8;
    Arrays.fill(states, ABSENT);
  }

  /** Begins a row whose texts are strings. */
  void begin() {
    begin(null);
    decoded.clear();
  }

  void setNull(int column) {
    states[column] = NULL;
  }

  /**
   * @param bits a number, a day since the epoch, an instant in microseconds, 1 for true, or the
   *     bits of a floating-point number, as the column's type demands
   */
  void setNumber(int column, long bits) {
    states[column] = VALUE;
    numbers[column] = bits;
  }

  /** A text in the bytes that the row began with. */
  void setSlice(int column, int start, int length) {
    states[column] = VALUE;
    starts[column] = start;
    lengths[column] = length;
  }

  /** A text of its own; one with half a surrogate pair is not Unicode. */
  void setText(int column, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    states[column] = isUnicode(text) ? VALUE : NOT_UNICODE;
    starts[column] = decoded.size();
    lengths[column] = utf8.length;
    decoded.putBytes(utf8, 0, utf8.length);
  }

  /** Whether the record has named the column, be it with null. */
  boolean isNamed(int column) {
    return states[column] != ABSENT;
  }

  boolean isNull(int column) {
    return states[column] <= NULL;
  }

  boolean isUnicode(int column) {
    return states[column] != NOT_UNICODE;
  }

  /** What {@link #setNumber} was given. */
  long number(int column) {
    return numbers[column];
  }

  /** Whether the text is this one. */
  boolean isText(int column, byte[] utf8) {
    int start = starts[column];
    return lengths[column] == utf8.length
        && Arrays.equals(texts(), start, start + utf8.length, utf8, 0, utf8.length);
  }

  /** Whether the text of a key names nothing, see {@link Keys}. */
  boolean namesNothing(int column) {
    int start = starts[column];
    int length = lengths[column];
    // Most names are longer than anything that means nothing, and do not begin with white space.
    if (length > Keys.LONGEST && texts()[start] > ' ') {
      return false;
    }
    return Keys.namesNothing(new String(texts(), start, length, StandardCharsets.UTF_8));
  }

  /** Appends the row in the table's layout. */
  void write(RowBuffer out) {
    byte[] texts = texts();
    for (int i = 0; i < states.length; i++) {
      if (states[i] <= NULL) {
        layout.putNull(out);
      } else if (layout.type(i) == ColumnType.STRING) {
        out.putText(texts, starts[i], lengths[i]);
      } else {
        layout.putNumber(i, numbers[i], out);
      }
    }
  }

  private byte[] texts() {
    return source == null ? decoded.array() : source;
  }

  private static boolean isUnicode(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isHighSurrogate(text.charAt(i))
            || ++i == text.length()
            || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }
}
