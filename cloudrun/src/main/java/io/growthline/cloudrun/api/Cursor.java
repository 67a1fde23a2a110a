package io.growthline.cloudrun.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where the next page of a list begins. Callers hand it back as it is.
 *
 * @param publication the publication that the list is of
 * @param list what was asked for: filters and order
 * @param place in the order
 */
record Cursor(String publication, String list, int place) {
  private static final String FIELD = "cursor";

  /** The form in answers. */
  String text() {
    String plain = publication + " " + list + " " + place;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The place at which a cursor points; 0 without a cursor.
   *
   * @param text null for the first page
   * @param size customers in the list
   * @throws ProblemException when the cursor is not of this publication and list
   */
  static int place(String text, String publication, String list, int size) {
    if (text == null) {
      return 0;
    }
    Cursor cursor = parse(text);
    if (!cursor.publication().equals(publication)) {
      throw new ProblemException(
          ProblemCode.CURSOR_EXPIRED,
          "The cursor is of a publication that is not served any more; begin again without cursor",
          FIELD);
    }
    if (!cursor.list().equals(list)) {
      throw new ProblemException(
          ProblemCode.NOT_ALLOWED_VALUE,
          "The cursor is of a list with other filters or another order; keep them from page to page",
          FIELD);
    }
    if (cursor.place() < 0 || cursor.place() >= size) {
      throw unknown();
    }
    return cursor.place();
  }

  private static Cursor parse(String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
      if (parts.length != 3) {
        throw unknown();
      }
      return new Cursor(parts[0], parts[1], Integer.parseInt(parts[2]));
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  private static ProblemException unknown() {
    return new ProblemException(
        ProblemCode.NOT_ALLOWED_VALUE,
        "There is no such cursor; send next_cursor of the page before, or none for the first",
        FIELD);
  }
}
