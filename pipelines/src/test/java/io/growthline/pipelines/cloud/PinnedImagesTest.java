package io.growthline.pipelines.cloud;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a commit is built with and on is named by digest, so that a later build gives the same. */
class PinnedImagesTest {
  /**
   * Pinned by whoever builds images first: .ci/pin-images asks their registries, and builds ask for
   * it.
   */
  private static final Set<String> PINNED_ON_FIRST_USE =
      Set.of(
          "apache/beam_java17_sdk:2.71.0",
          "gcr.io/dataflow-templates-base/java17-template-launcher-base:latest");

  private static final Pattern IMAGE =
      Pattern.compile("(?m)^ +name: (\\S+)$|<image(?:\\.launcher)?\\.base>([^<]+)<");
  private static final Pattern PINNED = Pattern.compile("(\\S+:\\S+)@(sha256:[0-9a-f]{64})");

  @Test
  void everyBuilderAndBaseHasADigest() {
    assertThat(images(), not(empty()));
    assertThat(unpinned(images()), everyItem(is(in(PINNED_ON_FIRST_USE))));
  }

  @Test
  void anImageByTagIsFound() {
    assertThat(unpinned(List.of("debian:12")), hasSize(1));
    assertThat(unpinned(List.of("debian@sha256:" + "0".repeat(64))), hasSize(1));
    assertThat(unpinned(List.of("debian:12@sha256:" + "0".repeat(64))), is(empty()));
  }

  @Test
  void anImageHasTheSameDigestEverywhere() {
    Map<String, Set<String>> digests = new TreeMap<>();
    for (String image : images()) {
      Matcher pinned = PINNED.matcher(image);
      if (pinned.matches()) {
        digests.computeIfAbsent(pinned.group(1), i -> new TreeSet<>()).add(pinned.group(2));
      }
    }

    assertThat(digests.values(), everyItem(hasSize(1)));
  }

  @Test
  void workersRunTheBeamOfTheJar() {
    String beam =
        Pattern.compile("<beam.version>(.+)</beam.version>")
            .matcher(CloudFiles.text(CloudFiles.ROOT.resolve("pom.xml")))
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);

    assertThat(
        CloudFiles.text(CloudFiles.ROOT.resolve("pipelines/pom.xml")),
        containsString("<image.base>apache/beam_java17_sdk:" + beam));
  }

  @Test
  void imagesAreNotBuiltOnABaseWithoutDigest() {
    Map<String, Object> first =
        Workflow.map(
            Workflow.list(CloudFiles.yaml(CloudFiles.ROOT.resolve("cloudbuild.yaml")).get("steps"))
                .get(0));

    assertThat(first.get("args"), is(List.of(".ci/pin-images", "--check")));
  }

  @Test
  void theScriptFindsAndPinsWhatHasNoDigest(@TempDir Path directory) throws Exception {
    String digest = "sha256:" + "1".repeat(64);
    String old = "  - id: a\n    name: debian:12@sha256:" + "2".repeat(64) + "\n";
    Script pin =
        Script.copyTo(directory, "pin-images")
            .withTool("crane", "[ $1 = digest ] && echo " + digest)
            .withFile("cloudbuild.yaml", old + "  - id: b\n    name: ubuntu:22.04\n")
            .withFile("cloudrun/pom.xml", "  <image.base>temurin:17-jre</image.base>\n")
            .withFile(
                "pipelines/pom.xml", "  <image.launcher.base>a.b/c:latest</image.launcher.base>\n");

    Script.Answer before = pin.run(Map.of(), "--check");
    Script.Answer pinned = pin.run(Map.of());
    Script.Answer after = pin.run(Map.of(), "--check");

    assertThat(before.code(), is(1));
    assertThat(before.output(), containsString("a.b/c:latest\ntemurin:17-jre\nubuntu:22.04\n"));
    assertThat(before.output(), not(containsString("debian")));
    assertThat(pinned.code(), is(0));
    assertThat(after.code(), is(0));
    assertThat(
        CloudFiles.text(directory.resolve("cloudbuild.yaml")),
        is(old + "  - id: b\n    name: ubuntu:22.04@" + digest + "\n"));
    assertThat(
        CloudFiles.text(directory.resolve("cloudrun/pom.xml")),
        is("  <image.base>temurin:17-jre@" + digest + "</image.base>\n"));
    assertThat(
        CloudFiles.text(directory.resolve("pipelines/pom.xml")),
        is("  <image.launcher.base>a.b/c:latest@" + digest + "</image.launcher.base>\n"));
  }

  private static List<String> images() {
    return Stream.concat(
            CloudFiles.children(CloudFiles.ROOT, "cloudbuild", ".yaml").stream(),
            Stream.of("pipelines", "cloudrun")
                .map(m -> CloudFiles.ROOT.resolve(m).resolve("pom.xml")))
        .flatMap(f -> IMAGE.matcher(CloudFiles.text(f)).results())
        .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
        .toList();
  }

  private static List<String> unpinned(Collection<String> images) {
    return images.stream().filter(i -> !PINNED.matcher(i).matches()).toList();
  }
}
