package io.growthline.pipelines.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Runs the subset of Workflows that the nightly run uses. Calls of Google's services go to the
 * {@link GoogleServices} it is given; time passes only in {@code sys.sleep}.
 */
final class Workflow {
  /** An error that the workflow raised, or that a service answered. */
  static final class Raised extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Map<String, Object> error;

    Raised(Map<String, Object> error) {
      super(String.valueOf(error.get("message")));
      this.error = error;
    }

    Map<String, Object> error() {
      return error;
    }
  }

  /** What the workflow calls: {@code googleapis.SERVICE...} with arguments. */
  interface GoogleServices {
    Object call(String name, Map<String, Object> arguments);
  }

  private record Returned(Object value) {}

  private record Jump(String step) {}

  static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

  private final Map<String, Object> definition;
  private final Map<String, String> environment;
  private final GoogleServices services;
  private final List<Map<String, Object>> logs = new ArrayList<>();
  private Instant now = Instant.parse("2026-07-01T02:00:00Z");

  Workflow(
      Map<String, Object> definition, Map<String, String> environment, GoogleServices services) {
    this.definition = definition;
    this.environment = environment;
    this.services = services;
  }

  /** Runs {@code main}; returns what it returns. */
  Object run(Map<String, Object> arguments) {
    return call("main", List.of(arguments));
  }

  /** What was logged, as JSON payloads with their severity. */
  List<Map<String, Object>> logs() {
    return logs;
  }

  /** How long the run slept and backed off. */
  Duration waited() {
    return Duration.between(Instant.parse("2026-07-01T02:00:00Z"), now);
  }

  private Object call(String name, List<Object> arguments) {
    Map<String, Object> workflow = map(definition.get(name));
    Map<String, Object> variables = new HashMap<>();
    List<Object> parameters = list(workflow.getOrDefault("params", List.of()));
    for (int i = 0; i < parameters.size(); i++) {
      variables.put((String) parameters.get(i), arguments.get(i));
    }
    return steps(workflow.get("steps"), variables) instanceof Returned returned
        ? returned.value()
        : null;
  }

  private Object steps(Object steps, Map<String, Object> variables) {
    List<Object> all = list(steps);
    int i = 0;
    while (i < all.size()) {
      Object outcome = step(map(map(all.get(i)).values().iterator().next()), variables);
      if (outcome instanceof Jump jump) {
        i = indexOf(all, jump.step());
        if (i < 0) {
          return jump;
        }
      } else if (outcome != null) {
        return outcome;
      } else {
        i++;
      }
    }
    return null;
  }

  private static int indexOf(List<Object> steps, String name) {
    for (int i = 0; i < steps.size(); i++) {
      if (map(steps.get(i)).containsKey(name)) {
        return i;
      }
    }
    return -1;
  }

  private Object step(Map<String, Object> step, Map<String, Object> variables) {
    Object outcome = null;
    if (step.containsKey("assign")) {
      list(step.get("assign")).forEach(a -> assign(map(a), variables));
    } else if (step.containsKey("call")) {
      Object result = callStep(step, variables);
      if (step.containsKey("result")) {
        variables.put((String) step.get("result"), result);
      }
    } else if (step.containsKey("switch")) {
      outcome = choose(list(step.get("switch")), variables);
    } else if (step.containsKey("for")) {
      outcome = loop(map(step.get("for")), variables);
    } else if (step.containsKey("try")) {
      outcome = attempt(step, variables);
    } else if (step.containsKey("steps")) {
      outcome = steps(step.get("steps"), variables);
    } else if (step.containsKey("raise")) {
      throw new Raised(map(value(step.get("raise"), variables)));
    } else if (step.containsKey("return")) {
      outcome = new Returned(value(step.get("return"), variables));
    }
    return outcome == null && step.containsKey("next")
        ? new Jump((String) step.get("next"))
        : outcome;
  }

  private void assign(Map<String, Object> assignment, Map<String, Object> variables) {
    assignment.forEach((name, value) -> variables.put(name, value(value, variables)));
  }

  private Object callStep(Map<String, Object> step, Map<String, Object> variables) {
    String name = (String) step.get("call");
    Map<String, Object> arguments = map(value(step.getOrDefault("args", Map.of()), variables));
    if (name.equals("sys.log")) {
      Map<String, Object> entry = new LinkedHashMap<>(map(arguments.get("json")));
      entry.put("severity", arguments.get("severity"));
      logs.add(entry);
      return null;
    } else if (name.equals("sys.sleep")) {
      now = now.plusSeconds((Long) arguments.get("seconds"));
      return null;
    } else if (name.startsWith("googleapis.")) {
      return services.call(name, arguments);
    }
    List<Object> ordered = new ArrayList<>();
    list(map(definition.get(name)).get("params")).forEach(p -> ordered.add(arguments.get(p)));
    return call(name, ordered);
  }

  private Object choose(List<Object> cases, Map<String, Object> variables) {
    for (Object item : cases) {
      Map<String, Object> branch = map(item);
      if (Boolean.TRUE.equals(value(branch.get("condition"), variables))) {
        return step(branch, variables);
      }
    }
    return null;
  }

  private Object loop(Map<String, Object> loop, Map<String, Object> variables) {
    for (Object item : list(value(loop.get("in"), variables))) {
      variables.put((String) loop.get("value"), item);
      Object outcome = steps(loop.get("steps"), variables);
      if (outcome != null) {
        return outcome;
      }
    }
    return null;
  }

  private Object attempt(Map<String, Object> step, Map<String, Object> variables) {
    try {
      return step.containsKey("retry")
          ? retried(step, variables)
          : step(map(step.get("try")), variables);
    } catch (Raised e) {
      if (!step.containsKey("except")) {
        throw e;
      }
      Map<String, Object> except = map(step.get("except"));
      variables.put((String) except.get("as"), e.error());
      return steps(except.get("steps"), variables);
    }
  }

  private Object retried(Map<String, Object> step, Map<String, Object> variables) {
    Map<String, Object> retry = map(step.get("retry"));
    Map<String, Object> backoff = map(retry.get("backoff"));
    String predicate = ((String) retry.get("predicate")).replaceAll("^\\$\\{|}$", "");
    long delay = (Long) backoff.get("initial_delay");
    for (long tries = 0; ; tries++) {
      try {
        return step(map(step.get("try")), variables);
      } catch (Raised e) {
        boolean again = Boolean.TRUE.equals(call(predicate, List.of(e.error())));
        if (!again || tries == (Long) retry.get("max_retries")) {
          throw e;
        }
        now = now.plusSeconds(delay);
        delay = Math.min(delay * (Long) backoff.get("multiplier"), (Long) backoff.get("max_delay"));
      }
    }
  }

  private Object value(Object raw, Map<String, Object> variables) {
    if (raw instanceof String text && text.startsWith("${") && text.endsWith("}")) {
      return WorkflowExpression.evaluate(
          text.substring(2, text.length() - 1), variables, this::function);
    } else if (raw instanceof Map<?, ?> map) {
      Map<String, Object> result = new LinkedHashMap<>();
      map.forEach((k, v) -> result.put((String) k, value(v, variables)));
      return result;
    } else if (raw instanceof List<?> list) {
      return new ArrayList<>(list.stream().map(v -> value(v, variables)).toList());
    }
    return raw;
  }

  private Function<List<Object>, Object> function(String name) {
    return switch (name) {
      case "json.decode" -> a -> decode((String) a.get(0));
      case "sys.get_env" -> a -> environment.get((String) a.get(0));
      case "sys.now" -> a -> now;
      case "time.format" -> a -> a.get(0).toString().replace("Z", ".000000Z");
      case "text.substring" ->
          a ->
              ((String) a.get(0))
                  .substring(((Long) a.get(1)).intValue(), ((Long) a.get(2)).intValue());
      case "text.replace_all" ->
          a -> ((String) a.get(0)).replace((String) a.get(1), (String) a.get(2));
      case "text.to_lower" -> a -> ((String) a.get(0)).toLowerCase(java.util.Locale.ROOT);
      case "if" -> a -> Boolean.TRUE.equals(a.get(0)) ? a.get(1) : a.get(2);
      case "default" -> a -> a.get(0) == null ? a.get(1) : a.get(0);
      case "map.get" -> a -> at(a.get(0), a.get(1) instanceof List<?> p ? p : List.of(a.get(1)));
      case "map.merge" ->
          a -> {
            Map<String, Object> merged = new LinkedHashMap<>(map(a.get(0)));
            merged.putAll(map(a.get(1)));
            return merged;
          };
      case "keys" -> a -> new ArrayList<Object>(map(a.get(0)).keySet());
      case "list.concat" ->
          a -> {
            List<Object> longer = new ArrayList<>(list(a.get(0)));
            longer.add(a.get(1));
            return longer;
          };
      case "int" -> a -> Long.valueOf(a.get(0).toString());
      case "string" -> a -> a.get(0).toString();
      default -> throw new IllegalArgumentException("There is no function " + name);
    };
  }

  /** The value under a path of keys; null when a key is not there. */
  private static Object at(Object value, List<?> path) {
    Object found = value;
    for (Object key : path) {
      found = found instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return found;
  }

  private static Object decode(String json) {
    try {
      return JSON.readValue(json, Map.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not JSON: " + json, e);
    }
  }

  @SuppressWarnings("unchecked") // YAML and JSON give maps with text as keys
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked") // YAML and JSON give lists of anything
  static List<Object> list(Object value) {
    return (List<Object>) value;
  }
}
