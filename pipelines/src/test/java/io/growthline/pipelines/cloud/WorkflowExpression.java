package io.growthline.pipelines.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The expressions of Workflows that the nightly run uses: operators, access to members, and calls.
 * Evaluates while it parses; what it does not know it refuses.
 */
final class WorkflowExpression {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<text>\"(?:[^\"\\\\]|\\\\.)*\")|(?<number>\\d+)|(?<name>[A-Za-z_][A-Za-z0-9_]*)"
              + "|(?<symbol>==|!=|<=|>=|[-+<>()\\[\\].,]))");

  private final String source;
  private final List<String> tokens = new ArrayList<>();
  private final Map<String, Object> variables;
  private final Function<String, Function<List<Object>, Object>> functions;
  private int at;

  private WorkflowExpression(
      String source,
      Map<String, Object> variables,
      Function<String, Function<List<Object>, Object>> functions) {
    this.source = source;
    this.variables = variables;
    this.functions = functions;
    Matcher matcher = TOKEN.matcher(source);
    int end = 0;
    while (end < source.length() && matcher.find(end) && matcher.start() == end) {
      tokens.add(matcher.group().strip());
      end = matcher.end();
    }
    if (!source.substring(end).isBlank()) {
      throw new IllegalArgumentException(
          "Cannot read " + source + " from " + source.substring(end));
    }
  }

  /** Value of the text between <code>${</code> and <code>}</code>. */
  static Object evaluate(
      String source,
      Map<String, Object> variables,
      Function<String, Function<List<Object>, Object>> functions) {
    WorkflowExpression expression = new WorkflowExpression(source, variables, functions);
    Object value = expression.or();
    if (expression.at < expression.tokens.size()) {
      throw new IllegalArgumentException(
          "Cannot read " + source + " from " + expression.tokens.get(expression.at));
    }
    return value;
  }

  private Object or() {
    Object left = and();
    while (next("or")) {
      Object right = and();
      left = (Boolean) left || (Boolean) right;
    }
    return left;
  }

  private Object and() {
    Object left = comparison();
    while (next("and")) {
      Object right = comparison();
      left = (Boolean) left && (Boolean) right;
    }
    return left;
  }

  private Object comparison() {
    Object left = sum();
    if (next("==")) {
      return Objects.equals(left, sum());
    } else if (next("!=")) {
      return !Objects.equals(left, sum());
    } else if (next("in")) {
      Object all = sum();
      return all instanceof Map<?, ?> map ? map.containsKey(left) : ((List<?>) all).contains(left);
    }
    return left;
  }

  private Object sum() {
    Object left = member();
    while (next("+")) {
      Object right = member();
      if (left instanceof String text && right instanceof String more) {
        left = text + more;
      } else if (left instanceof Long number && right instanceof Long more) {
        left = number + more;
      } else {
        throw new IllegalArgumentException(
            "In " + source + ", + cannot add " + left + " and " + right);
      }
    }
    return left;
  }

  private Object member() {
    Object value = primary();
    while (true) {
      if (next(".")) {
        value = get(value, take());
      } else if (next("[")) {
        Object key = or();
        expect("]");
        value = get(value, key);
      } else {
        return value;
      }
    }
  }

  private Object primary() {
    if (next("(")) {
      Object value = or();
      expect(")");
      return value;
    }
    String token = take();
    if (token.startsWith("\"")) {
      return token.substring(1, token.length() - 1).replace("\\\"", "\"");
    } else if (Character.isDigit(token.charAt(0))) {
      return Long.valueOf(token);
    } else if (token.equals("true") || token.equals("false")) {
      return Boolean.valueOf(token);
    } else if (token.equals("null")) {
      return null;
    }
    int start = at;
    StringBuilder name = new StringBuilder(token);
    while (at + 1 < tokens.size() && tokens.get(at).equals(".")) {
      name.append('.').append(tokens.get(at + 1));
      at += 2;
    }
    if (next("(")) {
      return functions.apply(name.toString()).apply(arguments());
    }
    at = start;
    if (!variables.containsKey(token)) {
      throw new IllegalArgumentException("In " + source + ", " + token + " is not assigned");
    }
    return variables.get(token);
  }

  private List<Object> arguments() {
    List<Object> arguments = new ArrayList<>();
    if (next(")")) {
      return arguments;
    }
    do {
      arguments.add(or());
    } while (next(","));
    expect(")");
    return arguments;
  }

  private Object get(Object container, Object key) {
    if (container instanceof Map<?, ?> map && map.containsKey(key)) {
      return map.get(key);
    } else if (container instanceof List<?> list && key instanceof Long index) {
      return list.get(index.intValue());
    }
    throw new IllegalArgumentException(
        "In " + source + ", there is no " + key + " in " + container);
  }

  private String take() {
    if (at == tokens.size()) {
      throw new IllegalArgumentException(source + " ends too early");
    }
    return tokens.get(at++);
  }

  private boolean next(String token) {
    boolean found = at < tokens.size() && tokens.get(at).equals(token);
    at += found ? 1 : 0;
    return found;
  }

  private void expect(String token) {
    if (!next(token)) {
      throw new IllegalArgumentException(source + " misses " + token);
    }
  }
}
