package io.growthline.pipelines.cloud;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No secret, no project of anybody and no address of a person lies in the repository. */
class NoSecretsTest {
  private static final Set<String> SKIPPED =
      Set.of("target", ".git", "data", ".terraform", ".idea", "images");
  private static final Pattern TEXT =
      Pattern.compile(
          ".*\\.(java|tf|ya?ml|md|sql|json|properties|xml|html|js|css|example|sh)|.*/(growthline|run|mvnw)");
  private static final Pattern SECRET =
      Pattern.compile(
          "-----BEGIN [A-Z ]*PRIVATE KEY|AIza[0-9A-Za-z_-]{35}|ya29\\.[0-9A-Za-z_-]{20}"
              + "|ghp_[0-9A-Za-z]{36}|AKIA[0-9A-Z]{16}|\"private_key_id\"");
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9._%+-]+@([A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,})");
  private static final Pattern FICTION =
      Pattern.compile(
          ".*\\.(invalid|example|test)|(.*\\.)?example\\.(com|org|net)"
              + "|(example-project|project-1|PROJECT)\\.iam\\.gserviceaccount\\.com"
              + "|gcp-sa-.*|serverless-robot-prod.*|dataflow-service-producer-prod.*|compute-system.*");

  @Test
  void nothingOfTheSortIsInTheRepository() throws IOException {
    List<String> found = new ArrayList<>();
    int read = 0;
    for (Path file : files()) {
      read++;
      found.addAll(findings(file.toString(), Files.readString(file)));
    }
    assertThat(found, is(empty()));
    assertThat(read, is(greaterThan(200)));
  }

  @Test
  void whatIsForbiddenIsFound() {
    String at = "@";
    assertThat(findings("f", "jane.doe" + at + "gmail.com"), hasSize(1));
    assertThat(findings("f", "x" + at + "real-project-77.iam.gserviceaccount.com"), hasSize(1));
    assertThat(findings("f", "c1" + at + "customers.invalid"), is(empty()));
    assertThat(findings("f", "-----BEGIN PRIVATE " + "KEY-----"), hasSize(1));
  }

  private static List<String> findings(String name, String text) {
    List<String> found = new ArrayList<>();
    SECRET.matcher(text).results().forEach(m -> found.add(name + ": a secret"));
    ADDRESS
        .matcher(text)
        .results()
        .filter(m -> !FICTION.matcher(m.group(1)).matches())
        .forEach(m -> found.add(name + ": " + m.group()));
    return found;
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(CloudFiles.ROOT)) {
      return files
          .filter(f -> stream(CloudFiles.ROOT.relativize(f)).noneMatch(SKIPPED::contains))
          .filter(f -> TEXT.matcher(f.toString()).matches() && Files.isRegularFile(f))
          .toList();
    }
  }

  private static Stream<String> stream(Path path) {
    List<String> names = new ArrayList<>();
    path.forEach(p -> names.add(p.toString()));
    return names.stream();
  }
}
