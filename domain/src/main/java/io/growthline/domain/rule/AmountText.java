package io.growthline.domain.rule;

import java.util.List;

/**
 * Takes a written amount apart from both ends. Whatever is left when all that may stand beside the
 * number has been taken must be the number itself. Not thread-safe.
 */
final class AmountText {
  private static final int LONGEST_GROUP = 3;

  private final String text;
  private int from;
  private int to;

  AmountText(String text) {
    this.text = text;
    this.to = text.length();
    dropSpaces();
  }

  /** Takes a word from the front, whatever its case. */
  boolean startsWith(String word) {
    return take(word, from, from + word.length(), to);
  }

  /** Takes a word from the end, whatever its case. */
  boolean endsWith(String word) {
    return take(word, to - word.length(), from, to - word.length());
  }

  /** Takes one of the words from the front, if one is there. */
  boolean startsWithOneOf(List<String> words) {
    return words.stream().anyMatch(this::startsWith);
  }

  /** Takes one of the words from the end, if one is there. */
  boolean endsWithOneOf(List<String> words) {
    return words.stream().anyMatch(this::endsWith);
  }

  /** Takes a minus from the front. */
  boolean startsWithMinus() {
    return startsWith("-") || startsWith("\u2212");
  }

  /** Takes a minus from the end. */
  boolean endsWithMinus() {
    return endsWith("-") || endsWith("\u2212");
  }

  /**
   * What is left, if it is a number: digits, alone or in groups of three, and perhaps a fraction.
   *
   * @param mark decimal mark, a point or a comma
   * @return the number with a point and without groups, null when it is none
   */
  String number(char mark) {
    StringBuilder plain = new StringBuilder(to - from);
    int at = digits(from, plain);
    int first = at - from;
    if (at < to && isGroupMark(text.charAt(at), mark)) {
      char group = text.charAt(at);
      // 0,250 is a fraction by another mark.
      if (first > LONGEST_GROUP || text.charAt(from) == '0') {
        return null;
      }
      while (at < to && text.charAt(at) == group) {
        int end = digits(at + 1, plain);
        if (end - at - 1 != LONGEST_GROUP) {
          return null;
        }
        at = end;
      }
    }
    if (first > 0 && at < to && text.charAt(at) == mark) {
      plain.append('.');
      int end = digits(at + 1, plain);
      at = end == at + 1 ? at : end;
    }
    return first == 0 || at < to ? null : plain.toString();
  }

  private int digits(int start, StringBuilder plain) {
    int at = start;
    while (at < to && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      plain.append(text.charAt(at++));
    }
    return at;
  }

  private static boolean isGroupMark(char c, char mark) {
    return isSpace(c) || c == '\'' || c == '\u2019' || (c == '.' || c == ',') && c != mark;
  }

  private boolean take(String word, int start, int newFrom, int newTo) {
    if (word.length() > to - from || !text.regionMatches(true, start, word, 0, word.length())) {
      return false;
    }
    from = newFrom;
    to = newTo;
    dropSpaces();
    return true;
  }

  private void dropSpaces() {
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\u00a0' || c == '\u202f';
  }
}
