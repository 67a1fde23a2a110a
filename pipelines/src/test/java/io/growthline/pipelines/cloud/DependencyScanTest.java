package io.growthline.pipelines.cloud;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scan of dependencies stops what is known to be dangerous, and its exceptions are few and end.
 */
class DependencyScanTest {
  private static final Map<String, String> BUILD = Map.of("CI", "true");
  private static final Map<String, String> LAPTOP = Map.of();
  private static final String FOUND =
      """
      {
        "results": [
          {
            "source": { "path": "target/bom.json", "type": "sbom" },
            "packages": [
              {
                "package": {
                  "name": "io.netty:netty-codec-http",
                  "version": "4.1.124.Final",
                  "ecosystem": "Maven"
                },
                "vulnerabilities": [
                  {
                    "id": "GHSA-1",
                    "affected": [
                      {
                        "package": {
                          "ecosystem": "Maven",
                          "name": "io.netty:another"
                        },
                        "versions": [
                          "4.1.124.Final"
                        ]
                      }
                    ]
                  }
                ],
                "groups": [
                  {
                    "ids": [
                      "GHSA-1",
                      "CVE-1"
                    ],
                    "aliases": [
                      "CVE-1"
                    ],
                    "max_severity": "%s"
                  }
                ]
              }
            ]
          }
        ]
      }
      """;

  @TempDir Path directory;
  private Script scan;

  @BeforeEach
  void project() throws IOException {
    scan =
        Script.copyTo(directory, "scan")
            .withFile("target/bom.json", "{}")
            .withFile("osv-scanner.toml", "")
            .withTool("osv-scanner", "exit 0");
  }

  @Test
  void aHighSeverityFails() throws Exception {
    Script.Answer answer = found("7.5").run(BUILD);

    assertThat(answer.code(), is(1));
    assertThat(
        answer.output(),
        containsString("7.5 io.netty:netty-codec-http 4.1.124.Final: GHSA-1 CVE-1\n"));
  }

  @Test
  void theHighestSeverityFails() throws Exception {
    assertThat(found("10.0").run(BUILD).code(), is(1));
  }

  @Test
  void anUnknownSeverityFails() throws Exception {
    assertThat(found("").run(BUILD).code(), is(1));
  }

  @Test
  void aLowerSeverityIsShownAndPasses() throws Exception {
    Script.Answer answer = found("6.9").run(BUILD);

    assertThat(answer.code(), is(0));
    assertThat(answer.output(), containsString("6.9 io.netty:netty-codec-http"));
  }

  @Test
  void nothingFoundPasses() throws Exception {
    assertThat(scan.run(BUILD).code(), is(0));
  }

  @Test
  void aReportThatCannotBeReadFails() throws Exception {
    assertThat(scan.withTool("osv-scanner", "echo '{}'; exit 1").run(BUILD).code(), is(2));
  }

  @Test
  void aDatabaseThatCannotBeReachedFailsABuildAndIsASkipElsewhere() throws Exception {
    scan.withTool("osv-scanner", "echo 'no such host' >&2; exit 127");

    Script.Answer build = scan.run(BUILD);
    Script.Answer laptop = scan.run(LAPTOP);

    assertThat(build.code(), is(127));
    assertThat(
        build.output(),
        allOf(containsString("no such host"), containsString("Nothing was scanned")));
    assertThat(laptop.code(), is(0));
    assertThat(laptop.output(), containsString("SKIPPED"));
  }

  @Test
  void anExceptionThatHasExpiredFails() throws Exception {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);

    assertThat(
        scan.withFile("osv-scanner.toml", exception(today.plusDays(1))).run(BUILD).code(), is(0));
    Script.Answer expired =
        scan.withFile("osv-scanner.toml", exception(today.minusDays(1))).run(BUILD);
    assertThat(expired.code(), is(1));
    assertThat(expired.output(), containsString("GHSA-2 expired on " + today.minusDays(1)));
  }

  @Test
  void theScannerIsGivenTheExceptionsAndTheBillOfMaterials() throws Exception {
    Script.Answer answer = scan.withTool("osv-scanner", "echo \"$@\" >&2").run(BUILD);

    assertThat(
        answer.output(),
        allOf(
            containsString("--config=osv-scanner.toml"),
            containsString("--lockfile=target/bom.json")));
  }

  @Test
  void everyExceptionIsReviewedAndEndsWithinAYear() throws Exception {
    assertThat(faults(CloudFiles.text(CloudFiles.ROOT.resolve("osv-scanner.toml"))), is(empty()));
    assertThat(faults(exception(LocalDate.parse("2026-11-01"))), is(empty()));
  }

  @Test
  void anExceptionWithoutReviewOrEndIsFound() throws Exception {
    assertThat(
        faults(
            """
            [[IgnoredVulns]]
            id = "A"

            [[IgnoredVulns]]
            id = "B"
            ignoreUntil = 2027-11-02
            reason = "2026-11-01: not called"

            [[IgnoredVulns]]
            ignoreUntil = 2027-01-01
            reason = "no day"

            [[PackageOverrides]]
            name = "everything"
            """),
        hasItems(
            "A: no ignoreUntil",
            "A: no reason",
            "B: ends more than a year after its review",
            "an exception has no id",
            "null: reason does not begin with the day of its review",
            "unknown key PackageOverrides"));
  }

  @Test
  void imagesAreScannedBeforeTheyArePushed() {
    Map<String, Object> build = CloudFiles.yaml(CloudFiles.ROOT.resolve("cloudbuild.yaml"));
    List<String> order =
        Workflow.list(build.get("steps")).stream()
            .map(s -> String.valueOf(Workflow.map(s).get("id")))
            .toList();
    Map<String, Object> scan = step(build, "scan");

    assertThat(step(build, "push").get("waitFor"), is(List.of("scan")));
    assertThat(scan.get("waitFor"), is(List.of("bill-of-materials")));
    assertThat(scan.get("args"), is(List.of(".ci/scan")));
    assertThat(scan.get("env"), is(List.of("CI=true", "OSV_SCANNER=/osv-scanner")));
    assertThat(order.indexOf("scan") < order.indexOf("push"), is(true));
  }

  @Test
  void ordinaryBuildsNeedNoScanner() {
    assertThat(CloudFiles.text(CloudFiles.ROOT.resolve(".ci/run")), not(containsString("scan")));
  }

  private static Map<String, Object> step(Map<String, Object> build, String id) {
    return Workflow.list(build.get("steps")).stream()
        .map(Workflow::map)
        .filter(s -> id.equals(s.get("id")))
        .findFirst()
        .orElseThrow();
  }

  private Script found(String severity) throws IOException {
    return scan.withFile("found.json", FOUND.formatted(severity))
        .withTool("osv-scanner", "cat found.json; exit 1");
  }

  private static String exception(LocalDate until) {
    return """
        [[IgnoredVulns]]
        id = "GHSA-2"
        ignoreUntil = %s
        reason = "%s: not called"
        """
        .formatted(until, until.minusYears(1));
  }

  private static List<String> faults(String toml) throws IOException {
    Map<String, List<Map<String, Object>>> file =
        new TomlMapper().readValue(toml, new TypeReference<>() {});
    List<String> faults = new ArrayList<>();
    file.keySet().stream()
        .filter(k -> !k.equals("IgnoredVulns"))
        .forEach(k -> faults.add("unknown key " + k));
    for (Map<String, Object> exception : file.getOrDefault("IgnoredVulns", List.of())) {
      Object id = exception.get("id");
      if (id == null) {
        faults.add("an exception has no id");
      }
      for (String key : Set.of("ignoreUntil", "reason")) {
        if (!exception.containsKey(key)) {
          faults.add(id + ": no " + key);
        }
      }
      if (exception.containsKey("ignoreUntil") && exception.containsKey("reason")) {
        end(exception).ifPresent(f -> faults.add(id + ": " + f));
      }
    }
    return faults;
  }

  private static Optional<String> end(Map<String, Object> exception) {
    LocalDate reviewed;
    try {
      reviewed = LocalDate.parse(exception.get("reason").toString().split(":", 2)[0]);
    } catch (DateTimeParseException e) {
      return Optional.of("reason does not begin with the day of its review");
    }
    LocalDate end = LocalDate.parse(exception.get("ignoreUntil").toString());
    return end.isAfter(reviewed.plusYears(1))
        ? Optional.of("ends more than a year after its review")
        : Optional.empty();
  }
}
