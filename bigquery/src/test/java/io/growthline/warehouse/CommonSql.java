package io.growthline.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rules for SQL that means the same to BigQuery and to DuckDB. Both run what breaks them, with
 * different results: nulls come first or last, {@code GREATEST} skips nulls or not, a quotient by
 * zero is an error or null, a date less an interval is a time or not.
 */
final class CommonSql {
  /** Functions that mean the same to both. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "ABS",
          "AVG",
          "CAST",
          "COALESCE",
          "COUNT",
          "LAG",
          "LEAD",
          "MAX",
          "MIN",
          "NULLIF",
          "ROUND",
          "ROW_NUMBER",
          "SUM");

  private static final Set<String> WORDS =
      Set.of("AND", "AS", "BY", "FROM", "IN", "JOIN", "NOT", "ON", "OR", "OVER", "THEN", "WHEN");

  private static final Pattern CALL = Pattern.compile("\\b([A-Za-z_]+)\\s*\\(");
  private static final Pattern CAST_TO = Pattern.compile("\\bAS\\s+(\\w+)\\)");
  private static final Pattern ORDER = Pattern.compile("ORDER BY\\s+");
  private static final Pattern ORDER_END = Pattern.compile("\\s(?:LIMIT|QUALIFY|ROWS)\\b");
  private static final Pattern QUOTIENT = Pattern.compile("/\\s*+(?!NULLIF\\()");
  private static final Pattern OTHER =
      Pattern.compile("\\b(INTERVAL|DIV|MOD|CURRENT_DATE|CURRENT_TIMESTAMP|ILIKE|SIMILAR)\\b|%|//");

  private CommonSql() {}

  /** What of a statement the two may take differently, for people; empty when nothing is. */
  static List<String> differences(String statement) {
    String sql = statement.replaceAll("--[^\\n]*", "").replaceAll("'[^']*'", "''").strip();
    List<String> found = new ArrayList<>();
    for (Matcher call = CALL.matcher(sql); call.find(); ) {
      String name = call.group(1);
      if (!FUNCTIONS.contains(name) && !WORDS.contains(name)) {
        found.add("the function " + name);
      }
    }
    for (Matcher cast = CAST_TO.matcher(sql); cast.find(); ) {
      if (!Set.of("DATE", "TIMESTAMP", "FLOAT64").contains(cast.group(1))) {
        found.add("a cast to " + cast.group(1));
      }
    }
    for (Matcher order = ORDER.matcher(sql); order.find(); ) {
      for (String term : terms(sql.substring(order.end()))) {
        if (!term.matches("(?s).* NULLS (FIRST|LAST)")) {
          found.add("where nulls stand in the order by " + term);
        }
      }
    }
    if (QUOTIENT.matcher(sql).find()) {
      found.add("a quotient whose divisor is not NULLIF(…, 0)");
    }
    for (Matcher other = OTHER.matcher(sql); other.find(); ) {
      found.add("the word " + other.group());
    }
    if (sql.contains("LIMIT") && !sql.contains("ORDER BY")) {
      found.add("which rows LIMIT leaves");
    }
    return found;
  }

  /** The terms of an ORDER BY, which ends with the bracket that holds it or the next clause. */
  private static List<String> terms(String sql) {
    List<String> terms = new ArrayList<>();
    int depth = 0;
    int begin = 0;
    int i = 0;
    for (; i < sql.length() && depth >= 0; i++) {
      char c = sql.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth < 0 || depth == 0 && ORDER_END.matcher(sql.substring(i)).lookingAt()) {
        break;
      }
      if (c == ',' && depth == 0) {
        terms.add(sql.substring(begin, i).strip());
        begin = i + 1;
      }
    }
    terms.add(sql.substring(begin, i).strip());
    return terms;
  }
}
