package io.growthline.domain.ingest;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.ColumnType;
import java.util.Locale;
import java.util.Set;

/**
 * Columns that name something, a customer or a delivery, and what names nothing: blank text, and
 * the words that programs write where a value is missing. Nothing of that kind is ever a name.
 */
final class Keys {
  private static final Set<String> NOTHING = Set.of("null", "nan", "none", "<na>");
  private static final int SHORTEST = 3;
  static final int LONGEST = 4;

  private Keys() {}

  static boolean isKey(ColumnSpec column) {
    return column.type() == ColumnType.STRING && isKey(column.name());
  }

  static boolean isKey(String column) {
    return column.endsWith("_id") || column.equals("idempotency_key");
  }

  /** Whether a text names nothing. */
  static boolean namesNothing(String text) {
    String name = text.strip();
    return name.codePoints().allMatch(Keys::isSpace)
        || (name.length() >= SHORTEST
            && name.length() <= LONGEST
            && NOTHING.contains(name.toLowerCase(Locale.ROOT)));
  }

  /** Whether a value of a mapping or of Parquet names nothing: absent, NaN, or such a text. */
  static boolean namesNothing(Object value) {
    return value == null
        || (value instanceof Double number && number.isNaN())
        || (value instanceof Float single && single.isNaN())
        || (value instanceof CharSequence text && namesNothing(text.toString()));
  }

  // White space of Java leaves out spaces that do not break, which come from spreadsheets.
  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }
}
