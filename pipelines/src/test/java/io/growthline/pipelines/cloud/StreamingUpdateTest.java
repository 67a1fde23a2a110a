package io.growthline.pipelines.cloud;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.beam.model.pipeline.v1.RunnerApi.PTransform;
import org.apache.beam.model.pipeline.v1.RunnerApi.ParDoPayload;
import org.apache.beam.model.pipeline.v1.RunnerApi.Pipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Dataflow finds the state of a running job by the names of its steps, and refuses an update in
 * which one of them is gone.
 */
class StreamingUpdateTest {
  private static final String EXPECTED = "streaming-state.txt";
  private static final String REFUSED =
      "Steps of running jobs are gone, so Dataflow would refuse to update them. Give them their"
          + " names back; else change "
          + EXPECTED
          + ", and say in CHANGELOG.md that the streaming job must be drained before the"
          + " deployment (docs/runbook.md, Streaming).";

  @TempDir Path directory;

  @Test
  void stepsThatKeepStateKeepTheirNames() throws IOException {
    try (LoopbackLauncher launcher = new LoopbackLauncher(directory)) {
      launcher.storage().put("gs://landing/sessions/a.jsonl", "{}\n");
      int code =
          launcher.launch(
              "ingest",
              "--landing=gs://landing",
              "--streaming=true",
              "--experiments=use_runner_v2");
      assertThat(launcher.said(), code, is(0));
      String graph =
          launcher.storage().objects().stream()
              .filter(object -> object.matches(".*/staging/pipeline-.*\\.pb"))
              .findFirst()
              .orElseThrow();

      Set<String> names = withState(Pipeline.parseFrom(launcher.storage().content(graph)));
      assertThat(REFUSED, missing(expected(), names), is(empty()));
      assertThat("new names that " + EXPECTED + " lacks", missing(names, expected()), is(empty()));
    }
  }

  private static Set<String> expected() throws IOException {
    try (InputStream in = StreamingUpdateTest.class.getResourceAsStream(EXPECTED)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .collect(Collectors.toSet());
    }
  }

  private static Set<String> missing(Set<String> wanted, Set<String> present) {
    Set<String> missing = new TreeSet<>(wanted);
    missing.removeAll(present);
    return missing;
  }

  private static Set<String> withState(Pipeline graph) throws IOException {
    Set<String> names = new TreeSet<>();
    for (PTransform transform : graph.getComponents().getTransformsMap().values()) {
      if (keepsState(transform)) {
        names.add(transform.getUniqueName());
      }
    }
    return names;
  }

  private static boolean keepsState(PTransform transform) throws IOException {
    return switch (transform.getSpec().getUrn()) {
      case "beam:transform:impulse:v1", "beam:transform:group_by_key:v1" -> true;
      case "beam:transform:pardo:v1" -> {
        ParDoPayload parDo = ParDoPayload.parseFrom(transform.getSpec().getPayload());
        yield parDo.getStateSpecsCount() + parDo.getTimerFamilySpecsCount() > 0
            || !parDo.getRestrictionCoderId().isEmpty();
      }
      default -> false;
    };
  }
}
