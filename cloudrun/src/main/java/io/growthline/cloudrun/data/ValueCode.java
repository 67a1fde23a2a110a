package io.growthline.cloudrun.data;

import io.growthline.domain.contract.Micros;
import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values of a query result as few bytes. A value says its own type in its first byte, small whole
 * numbers are that byte alone, and a text that was written before is a number.
 */
final class ValueCode {
  private static final int NULL = 0;
  private static final int FALSE = 1;
  private static final int TRUE = 2;
  private static final int NUMBER = 3;
  private static final int REAL = 4;
  private static final int DAY = 5;
  private static final int INSTANT = 6;
  private static final int TEXT = 7;
  private static final int KNOWN_TEXT = 8;
  private static final int FIRST_SMALL = 16;
  private static final int SMALLS = 256 - FIRST_SMALL;

  private final List<String> known;

  private ValueCode(List<String> known) {
    this.known = known;
  }

  /** Reads the value at the cursor. */
  Object read(RowCursor in) {
    int code = in.readByte() & 0xFF;
    return switch (code) {
      case NULL -> null;
      case FALSE -> false;
      case TRUE -> true;
      case NUMBER -> in.readZigzag();
      case REAL -> Double.longBitsToDouble(in.readLong());
      case DAY -> LocalDate.ofEpochDay(in.readZigzag());
      case INSTANT -> Micros.toInstant(in.readLong());
      case TEXT -> in.readText();
      case KNOWN_TEXT -> known.get((int) in.readVarint());
      default -> (long) code - FIRST_SMALL;
    };
  }

  /** Writes values, and learns the texts that come again and again. */
  static final class Writer {
    // Names, bands and reasons are fewer by far; of texts that never repeat nothing is gained.
    private static final int MOST_KNOWN = 65_536;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> known = new ArrayList<>();

    /**
     * @param value String, Long, Double, Boolean, LocalDate, Instant or null
     */
    void write(Object value, RowBuffer out) {
      if (value == null) {
        out.putByte(NULL);
      } else if (value instanceof Boolean flag) {
        out.putByte(flag ? TRUE : FALSE);
      } else if (value instanceof Long number) {
        writeNumber(number, out);
      } else if (value instanceof Double real) {
        out.putByte(REAL);
        out.putLong(Double.doubleToRawLongBits(real));
      } else if (value instanceof LocalDate day) {
        out.putByte(DAY);
        out.putZigzag(day.toEpochDay());
      } else if (value instanceof Instant instant) {
        out.putByte(INSTANT);
        out.putLong(Micros.of(instant));
      } else {
        writeText((String) value, out);
      }
    }

    private static void writeNumber(long number, RowBuffer out) {
      if (number >= 0 && number < SMALLS) {
        out.putByte((int) number + FIRST_SMALL);
      } else {
        out.putByte(NUMBER);
        out.putZigzag(number);
      }
    }

    private void writeText(String text, RowBuffer out) {
      Integer number = numbers.get(text);
      if (number == null && known.size() < MOST_KNOWN) {
        number = known.size();
        numbers.put(text, number);
        known.add(text);
      }
      if (number == null) {
        out.putByte(TEXT);
        out.putText(text);
      } else {
        out.putByte(KNOWN_TEXT);
        out.putVarint(number);
      }
    }

    /** What reads that which was written so far. */
    ValueCode reader() {
      return new ValueCode(List.copyOf(known));
    }
  }
}
