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
  private static final Dialect DUCK_DB =
      new Dialect(
          "'(?:[^']++|'')*+'" // literal
              + "|\"(?:[^\"]++|\"\")*+\"" // quoted name
              + "|`[^`]*+`", // the same
          "--[^\\n]*+|/\\*.*?\\*/");
  private static final Dialect GOOGLE_SQL =
      new Dialect(
          // A backslash takes the next character along, in raw literals too.
          "\"\"\"(?:[^\"\\\\]++|\\\\.|\"(?!\"\"))*+\"\"\""
              + "|'''(?:[^'\\\\]++|\\\\.|'(?!''))*+'''"
              + "|\"(?:[^\"\\\\\n]++|\\\\.)*+\""
              + "|'(?:[^'\\\\\n]++|\\\\.)*+'"
              + "|`(?:[^`\\\\]++|\\\\.)*+`" // quoted name
              + "|@@[A-Za-z_.]++", // system variable
          "--[^\\n]*+|#[^\\n]*+|/\\*.*?\\*/");

  /**
   * Reads a statement by the rules of DuckDB.
   *
   * @throws SqlWarehouse.SqlWarehouseException when the text is not one SELECT or WITH statement
   */
  static NamedParameters duckDb(String text) {
    return parse(text.strip(), DUCK_DB);
  }

  /**
   * Reads a statement by the rules of GoogleSQL.
   *
   * @throws SqlWarehouse.SqlWarehouseException when the text is not one SELECT or WITH statement
   */
  static NamedParameters googleSql(String text) {
    return parse(text.strip(), GOOGLE_SQL);
  }

  private static NamedParameters parse(String statement, Dialect dialect) {
    requireSelect(statement, dialect);
    List<String> names = new ArrayList<>();
    StringBuilder sql = new StringBuilder();
    Matcher token = dialect.token().matcher(statement);
    while (token.find()) {
      String found = token.group();
      if (token.group(1) != null) {
        names.add(token.group(1));
        found = "?";
      } else if (found.equals("?")) {
        throw refused("Parameters are written @name, not ?");
      } else if (found.equals(";")) {
        if (!dialect.start().matcher(statement.substring(token.end())).matches()) {
          throw refused("Only one statement can be run at a time");
        }
        found = "";
      }
      token.appendReplacement(sql, Matcher.quoteReplacement(found));
    }
    token.appendTail(sql);
    return new NamedParameters(sql.toString(), names);
  }

  private static void requireSelect(String statement, Dialect dialect) {
    Matcher before = dialect.start().matcher(statement);
    String start = before.lookingAt() ? statement.substring(before.end()) : statement;
    if (!start.toUpperCase(Locale.ROOT).matches("(?s)(SELECT|WITH)\\b.*")) {
      throw refused("Only a SELECT (or WITH … SELECT) statement can be run");
    }
  }

  /**
   * @param token what is left alone, parameters, and what can end a statement
   * @param start what can stand before a statement
   */
  private record Dialect(Pattern token, Pattern start) {
    Dialect(String quoted, String comment) {
      this(
          Pattern.compile(
              quoted + "|" + comment + "|@([A-Za-z_][A-Za-z0-9_]*+)|;|\\?", Pattern.DOTALL),
          Pattern.compile("(?:\\s|" + comment + "|\\()*+", Pattern.DOTALL));
    }
  }

  private static SqlWarehouse.SqlWarehouseException refused(String message) {
    return new SqlWarehouse.SqlWarehouseException(message, null);
  }
}
