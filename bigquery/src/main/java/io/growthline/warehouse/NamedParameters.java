package io.growthline.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A single SELECT whose {@code @name} parameters are replaced by question marks. Values never enter
 * the text; literals, quoted names and comments are left alone.
 *
 * @param sql statement with positional parameters
 * @param names parameter names by position
 */
record NamedParameters(String sql, List<String> names) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "'(?:[^']|'')*'" // literal
              + "|\"(?:[^\"]|\"\")*\"" // quoted name
              + "|--[^\\n]*|/\\*.*?\\*/" // comment
              + "|@([A-Za-z_][A-Za-z0-9_]*)"
              + "|;|\\?",
          Pattern.DOTALL);
  private static final Pattern COMMENTS =
      Pattern.compile("\\A(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/|\\()*", Pattern.DOTALL);

  /**
   * @throws SqlWarehouse.SqlWarehouseException when the text is not one SELECT or WITH statement
   */
  static NamedParameters parse(String text) {
    String statement = text.strip();
    requireSelect(statement);
    List<String> names = new ArrayList<>();
    StringBuilder sql = new StringBuilder();
    Matcher token = TOKEN.matcher(statement);
    while (token.find()) {
      String found = token.group();
      if (token.group(1) != null) {
        names.add(token.group(1));
        found = "?";
      } else if (found.equals("?")) {
        throw refused("Parameters are written @name, not ?");
      } else if (found.equals(";")) {
        if (!COMMENTS.matcher(statement.substring(token.end()) + "\n").matches()) {
          throw refused("Only one statement can be run at a time");
        }
        found = "";
      }
      token.appendReplacement(sql, Matcher.quoteReplacement(found));
    }
    token.appendTail(sql);
    return new NamedParameters(sql.toString(), names);
  }

  private static void requireSelect(String statement) {
    Matcher comments = COMMENTS.matcher(statement);
    String start = comments.find() ? statement.substring(comments.end()) : statement;
    if (!start.toUpperCase(Locale.ROOT).matches("(?s)(SELECT|WITH)\\b.*")) {
      throw refused("Only a SELECT (or WITH … SELECT) statement can be run");
    }
  }

  private static SqlWarehouse.SqlWarehouseException refused(String message) {
    return new SqlWarehouse.SqlWarehouseException(message, null);
  }
}
