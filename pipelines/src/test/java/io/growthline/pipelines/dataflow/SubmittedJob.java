package io.growthline.pipelines.dataflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The content of a job that was submitted to Dataflow. */
record SubmittedJob(JsonNode job) {

  String text(String pointer) {
    return job.at(pointer).asText();
  }

  /** Names that the pipeline gave to its outermost transforms. */
  Set<String> transforms() {
    Set<String> names = new TreeSet<>();
    job.get("steps").forEach(step -> names.add(transform(step)));
    return names;
  }

  /**
   * What follows a word in the names of the outermost transforms, like the tables of {@code Write}.
   */
  Set<String> tables(String word) {
    return transforms().stream()
        .filter(name -> name.matches(word + " \\w+\\.\\w+"))
        .map(name -> name.substring(word.length() + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Tables whose rows are written: those that an {@code Unpack} step says it takes, if a {@code
   * Write} of the same name follows.
   */
  Set<String> written() {
    Set<String> tables = new TreeSet<>();
    for (JsonNode step : job.get("steps")) {
      String name = transform(step);
      if (name.startsWith("Unpack ") && transforms().contains(name.replace("Unpack", "Write"))) {
        for (JsonNode item : step.at("/properties/display_data")) {
          if (item.get("key").asText().equals("tables")) {
            tables.addAll(List.of(item.get("value").asText().split(" ")));
          }
        }
      }
    }
    return tables;
  }

  /** Bytes of the request. */
  int bytes() {
    return job.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  int steps() {
    return job.get("steps").size();
  }

  /** Transforms that read from a step which the job does not have. */
  Set<String> cutOff() {
    Set<String> steps = new TreeSet<>();
    job.get("steps").forEach(step -> steps.add(step.get("name").asText()));
    Set<String> cutOff = new TreeSet<>();
    for (JsonNode step : job.get("steps")) {
      for (JsonNode from : step.findValues("step_name")) {
        if (!steps.contains(from.isObject() ? from.get("value").asText() : from.asText())) {
          cutOff.add(transform(step));
        }
      }
    }
    return cutOff;
  }

  /** The same job without the steps of one outermost transform. */
  SubmittedJob without(String transform) {
    ObjectNode copy = job.deepCopy();
    ArrayNode kept = copy.putArray("steps");
    for (JsonNode step : job.get("steps")) {
      if (!transform(step).equals(transform)) {
        kept.add(step);
      }
    }
    return new SubmittedJob(copy);
  }

  private static String transform(JsonNode step) {
    return step.at("/properties/user_name/value").asText().split("/")[0];
  }
}
