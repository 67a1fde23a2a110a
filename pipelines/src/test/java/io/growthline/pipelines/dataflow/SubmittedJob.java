package io.growthline.pipelines.dataflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What stands in a job that was submitted to Dataflow. */
record SubmittedJob(JsonNode job) {

  String text(String pointer) {
    return job.at(pointer).asText();
  }

  /** Names that the pipeline gave to its outermost transforms. */
  Set<String> stages() {
    Set<String> names = new TreeSet<>();
    for (JsonNode step : job.get("steps")) {
      names.add(step.at("/properties/user_name").asText().split("/")[0]);
    }
    return names;
  }

  /** Steps that read from a step which is not in the job. */
  List<String> dangling() {
    Set<String> steps = new HashSet<>();
    job.get("steps").forEach(step -> steps.add(step.get("name").asText()));
    List<String> dangling = new ArrayList<>();
    for (JsonNode step : job.get("steps")) {
      for (JsonNode from : step.findValues("step_name")) {
        if (!steps.contains(from.asText())) {
          dangling.add(step.at("/properties/user_name").asText());
        }
      }
    }
    return dangling;
  }
}
