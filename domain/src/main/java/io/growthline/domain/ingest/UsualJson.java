package io.growthline.domain.ingest;

import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.contract.TableSpec;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Reads records as nearly all producers write them, without an object for a name or a value: one
 * flat JSON object, each member a column of the contract and named once, texts without escapes,
 * whole numbers of up to 18 digits, times and days in their {@link UsualTimes usual forms}. It
 * rejects nothing: whatever else a record is, {@link StrictJson} reads it. Not thread-safe.
 */
final class UsualJson {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final int UNUSUAL = -1;
  private static final int MOST_DIGITS = 18;
  private static final int EXACT_DIGITS = 15;
  private static final double[] POWERS_OF_TEN =
      DoubleStream.iterate(1, power -> power * 10).limit(EXACT_DIGITS + 1).toArray();

  private final byte[][] names;
  private final ColumnType[] types;
  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private final CharBuffer characters = CharBuffer.allocate(1 << 10);
  private byte[] json;
  private int last;
  private long nonAscii;

  UsualJson(TableSpec<?> table) {
    names =
        table.columns().stream()
            .map(column -> (column.name() + '"').getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    types = table.columns().stream().map(c -> c.type()).toArray(ColumnType[]::new);
  }

  /** Fills a draft with a record; false when the record is not of the usual form. */
  boolean read(byte[] record, int offset, int length, RowDraft draft) {
    json = record;
    nonAscii = 0;
    int start = offset;
    last = offset + length - 1;
    while (last > start && isSpace(json[last])) {
      last--;
    }
    while (start < last && isSpace(json[start])) {
      start++;
    }
    // The closing brace at the end also stops every loop over the characters before it.
    if (start >= last || json[start] != '{' || json[last] != '}') {
      return false;
    }
    draft.begin(json);
    return readMembers(start + 1, draft) && (nonAscii == 0 || isUtf8(offset, length));
  }

  private boolean readMembers(int start, RowDraft draft) {
    int column = -1;
    int at = start;
    do {
      at = skipSpace(at);
      if (json[at] != '"') {
        return false;
      }
      column = column(at + 1, column + 1);
      if (column < 0 || draft.isNamed(column)) {
        return false;
      }
      at = skipSpace(at + 1 + names[column].length);
      if (json[at] != ':') {
        return false;
      }
      at = readValue(skipSpace(at + 1), column, draft);
      if (at < 0) {
        return false;
      }
      at = skipSpace(at);
    } while (json[at++] == ',');
    return at - 1 == last;
  }

  // Producers write members in one order, which mostly is that of the contract.
  private int column(int at, int expected) {
    for (int i = expected; i < names.length; i++) {
      if (startsWith(at, names[i])) {
        return i;
      }
    }
    for (int i = Math.min(expected, names.length) - 1; i >= 0; i--) {
      if (startsWith(at, names[i])) {
        return i;
      }
    }
    return UNUSUAL;
  }

  private boolean startsWith(int at, byte[] name) {
    return last - at >= name.length
        && Arrays.equals(json, at, at + name.length, name, 0, name.length);
  }

  /** Position after the value, or {@link #UNUSUAL}. */
  private int readValue(int at, int column, RowDraft draft) {
    if (json[at] == 'n') {
      draft.setNull(column);
      return afterLiteral(at, "null");
    }
    return switch (types[column]) {
      case STRING, TIMESTAMP, DATE -> readText(at, column, draft);
      case INT64 -> readInteger(at, column, draft);
      case BOOL -> {
        boolean value = json[at] == 't';
        draft.setNumber(column, value ? 1 : 0);
        yield afterLiteral(at, value ? "true" : "false");
      }
      case FLOAT64 -> readDecimal(at, column, draft);
    };
  }

  private int readText(int at, int column, RowDraft draft) {
    if (json[at] != '"') {
      return UNUSUAL;
    }
    int start = at + 1;
    int end = endOfText(start);
    if (end < 0) {
      return UNUSUAL;
    }
    if (types[column] == ColumnType.STRING) {
      draft.setSlice(column, start, end - start);
      return end + 1;
    }
    long value =
        types[column] == ColumnType.DATE
            ? UsualTimes.epochDay(json, start, end - start)
            : UsualTimes.micros(json, start, end - start);
    draft.setNumber(column, value);
    return value == UsualTimes.UNUSUAL ? UNUSUAL : end + 1;
  }

  /** Position of the closing quote; {@link #UNUSUAL} after an escape or a control character. */
  private int endOfText(int start) {
    int at = start;
    for (; at + Long.BYTES <= last; at += Long.BYTES) {
      long word = (long) LONG.get(json, at);
      nonAscii |= word & HIGH_BITS;
      long quote = word ^ ('"' * ONES);
      long escape = word ^ ('\\' * ONES);
      // The high bit of the first such byte is set, those before it are not.
      long ends =
          ((quote - ONES) & ~quote | (escape - ONES) & ~escape | (word - ' ' * ONES) & ~word)
              & HIGH_BITS;
      if (ends != 0) {
        at += Long.numberOfTrailingZeros(ends) / Byte.SIZE;
        return json[at] == '"' ? at : UNUSUAL;
      }
    }
    for (; at < last; at++) {
      byte c = json[at];
      nonAscii |= c & HIGH_BITS;
      if (c == '"') {
        return at;
      } else if (c == '\\' || (c >= 0 && c < ' ')) {
        return UNUSUAL;
      }
    }
    return UNUSUAL;
  }

  private int readInteger(int start, int column, RowDraft draft) {
    boolean negative = json[start] == '-';
    int first = negative ? start + 1 : start;
    int at = first;
    long value = 0;
    while (json[at] >= '0' && json[at] <= '9' && at - first <= MOST_DIGITS) {
      value = value * 10 + (json[at++] - '0');
    }
    int digits = at - first;
    // Zeros in front are no JSON, and -0 is left to those who know what it means.
    if (digits == 0 || digits > MOST_DIGITS || (json[first] == '0' && (digits > 1 || negative))) {
      return UNUSUAL;
    }
    draft.setNumber(column, negative ? -value : value);
    return at;
  }

  /**
   * Up to 15 digits without an exponent: digits and power of ten are both exact then, and so their
   * quotient is rounded once, as the strict reader rounds (Clinger 1990).
   */
  private int readDecimal(int start, int column, RowDraft draft) {
    boolean negative = json[start] == '-';
    int first = negative ? start + 1 : start;
    int at = first;
    int point = -1;
    long value = 0;
    for (; isDigit(json[at]) || json[at] == '.' && point < 0; at++) {
      if (json[at] == '.') {
        point = at;
      } else {
        value = value * 10 + (json[at] - '0');
      }
      if (at - first > EXACT_DIGITS) {
        return UNUSUAL;
      }
    }
    int whole = (point < 0 ? at : point) - first;
    int fraction = point < 0 ? 0 : at - point - 1;
    if (whole == 0
        || json[first] == '0' && whole > 1
        || point >= 0 && fraction == 0
        || value == 0 && negative) {
      return UNUSUAL;
    }
    double number = value / POWERS_OF_TEN[fraction];
    draft.setNumber(column, Double.doubleToRawLongBits(negative ? -number : number));
    return at;
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  private int afterLiteral(int at, String literal) {
    for (int i = 0; i < literal.length(); i++) {
      if (json[at + i] != literal.charAt(i)) {
        return UNUSUAL;
      }
    }
    return at + literal.length();
  }

  private int skipSpace(int start) {
    int at = start;
    while (isSpace(json[at])) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(byte c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private boolean isUtf8(int offset, int length) {
    ByteBuffer bytes = ByteBuffer.wrap(json, offset, length);
    CoderResult result;
    utf8.reset();
    do {
      characters.clear();
      result = utf8.decode(bytes, characters, true);
    } while (result.isOverflow());
    return result.isUnderflow();
  }
}
