package io.growthline.pipelines.cloud;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The form of the workflow, and that what it refers to is there. */
class WorkflowFileTest {
  private static final Set<String> STEP_KEYS =
      Set.of(
          "assign",
          "call",
          "args",
          "result",
          "switch",
          "next",
          "for",
          "try",
          "retry",
          "except",
          "steps",
          "raise",
          "return",
          "condition");
  private static final Set<String> SYSTEM_CALLS = Set.of("sys.log", "sys.sleep");

  private final List<String> faults = new ArrayList<>();
  private final Set<String> called = new TreeSet<>();

  @Test
  void theNightlyWorkflowHasNoFault() {
    check(CloudFiles.nightly());

    assertThat(faults, is(empty()));
  }

  @Test
  void aWrongWorkflowIsFound() {
    check(
        Map.of(
            "main",
            Map.of(
                "steps",
                List.of(
                    Map.of("a", Map.of("calls", "x")),
                    Map.of("b", Map.of("call", "nowhere", "next", "c")),
                    Map.of("d", Map.of("call", "sub", "args", Map.of("wrong", 1))))),
            "sub",
            Map.of("params", List.of("right"), "steps", List.of()),
            "idle",
            Map.of("steps", List.of())));

    assertThat(
        faults,
        hasItems(
            "main: step a has the unknown key calls",
            "main: there is no nowhere to call",
            "main: there is no step c",
            "main: sub takes [right], not [wrong]",
            "nothing calls idle"));
  }

  @Test
  void connectorsGetTheArgumentsThatTheirServicesKnow() {
    check(
        Map.of(
            "main",
            Map.of(
                "steps",
                List.of(
                    Map.of(
                        "a",
                        Map.of(
                            "call",
                            "googleapis.bigquery.v2.jobs.query",
                            "args",
                            Map.of("project", "p")))))));

    assertThat(faults, hasItem("main: googleapis.bigquery.v2.jobs.query has no argument project"));
  }

  private void check(Map<String, Object> workflows) {
    workflows.forEach(
        (name, workflow) -> {
          Object steps = Workflow.map(workflow).get("steps");
          steps(name, steps, names(steps), workflows);
        });
    for (String name : workflows.keySet()) {
      if (!name.equals("main") && !called.contains(name)) {
        faults.add("nothing calls " + name);
      }
    }
  }

  private void steps(
      String workflow, Object steps, Set<String> names, Map<String, Object> workflows) {
    for (Object item : Workflow.list(steps)) {
      Map<String, Object> entry = Workflow.map(item);
      String name = entry.keySet().iterator().next();
      Map<String, Object> step = Workflow.map(entry.get(name));
      step(workflow, name, step, names, workflows);
    }
  }

  private void step(
      String workflow,
      String name,
      Map<String, Object> step,
      Set<String> names,
      Map<String, Object> workflows) {
    for (String key : step.keySet()) {
      if (!STEP_KEYS.contains(key)) {
        faults.add(workflow + ": step " + name + " has the unknown key " + key);
      }
    }
    if (step.get("next") instanceof String next && !names.contains(next)) {
      faults.add(workflow + ": there is no step " + next);
    }
    if (step.get("call") instanceof String call) {
      call(workflow, call, step, workflows);
    }
    if (step.get("switch") != null) {
      for (Object branch : Workflow.list(step.get("switch"))) {
        step(workflow, name, Workflow.map(branch), names, workflows);
      }
    }
    if (step.get("steps") != null) {
      steps(workflow, step.get("steps"), names, workflows);
    }
    if (step.get("for") != null) {
      steps(workflow, Workflow.map(step.get("for")).get("steps"), names, workflows);
    }
    if (step.get("try") != null) {
      step(workflow, name, Workflow.map(step.get("try")), names, workflows);
      if (step.get("retry") == null && step.get("except") == null) {
        faults.add(workflow + ": step " + name + " tries, and says nothing of failures");
      }
    }
    if (step.get("retry") != null) {
      String predicate =
          Workflow.map(step.get("retry")).get("predicate").toString().replaceAll("[${}]", "");
      called.add(predicate);
      if (!workflows.containsKey(predicate)) {
        faults.add(workflow + ": there is no " + predicate + " to decide on a retry");
      }
    }
    if (step.get("except") != null) {
      steps(workflow, Workflow.map(step.get("except")).get("steps"), names, workflows);
    }
  }

  private void call(
      String workflow, String call, Map<String, Object> step, Map<String, Object> workflows) {
    called.add(call);
    Set<String> given = Workflow.map(step.getOrDefault("args", Map.of())).keySet();
    if (HttpGoogleServices.CONNECTORS.containsKey(call)) {
      given.stream()
          .filter(a -> !HttpGoogleServices.CONNECTORS.get(call).contains(a))
          .forEach(a -> faults.add(workflow + ": " + call + " has no argument " + a));
    } else if (workflows.containsKey(call)) {
      Set<Object> wanted =
          new TreeSet<>(
              Workflow.list(Workflow.map(workflows.get(call)).getOrDefault("params", List.of())));
      if (!wanted.equals(given)) {
        faults.add(workflow + ": " + call + " takes " + wanted + ", not " + new TreeSet<>(given));
      }
    } else if (!SYSTEM_CALLS.contains(call)) {
      faults.add(workflow + ": there is no " + call + " to call");
    }
  }

  private static Set<String> names(Object steps) {
    Set<String> names = new TreeSet<>(Set.of("end", "break", "continue"));
    for (Object item : Workflow.list(steps)) {
      Map<String, Object> entry = Workflow.map(item);
      names.addAll(entry.keySet());
      Map<String, Object> step = Workflow.map(entry.values().iterator().next());
      for (String nested : List.of("steps", "for", "try")) {
        Object inner = step.get(nested);
        if (inner instanceof List<?> list) {
          names.addAll(names(list));
        } else if (inner instanceof Map<?, ?> map && map.get("steps") != null) {
          names.addAll(names(map.get("steps")));
        }
      }
    }
    return names;
  }
}
