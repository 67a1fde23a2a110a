package io.growthline.pipelines.cloud;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code terraform validate} and {@code terraform test} with the schema of the real provider:
 * {@code ./mvnw test -Pterraform}. The provider comes from its registry, or is served by a process
 * that {@code TF_REATTACH_PROVIDERS} names.
 */
@Tag("terraform")
@EnabledIfSystemProperty(
    named = "tests.only",
    matches = "terraform",
    disabledReason = "SKIPPED: only -Pterraform runs this")
class TerraformProviderTest {
  @TempDir Path copy;

  @Test
  void theConfigurationIsValidAndItsOwnTestsPass() throws Exception {
    // A copy, because initialising writes into the directory.
    for (String part : List.of("terraform", "bigquery/schemas", "bigquery/views")) {
      copy(CloudFiles.ROOT.resolve(part), copy.resolve(part));
    }
    copy(CloudFiles.TEMPLATES, copy.resolve("pipelines/templates"));
    try {
      if (terraform("init", "-backend=false", "-input=false") != 0) {
        skip("the provider cannot be had here");
      }
    } catch (IOException e) {
      skip("terraform is not on the PATH");
    }

    assertThat(terraform("validate"), is(0));
    assertThat(terraform("test"), is(0));
  }

  private int terraform(String... words) throws IOException, InterruptedException {
    ProcessBuilder process = new ProcessBuilder("terraform");
    process.command().addAll(List.of(words));
    process.command().add("-no-color");
    Process terraform = process.directory(copy.resolve("terraform").toFile()).inheritIO().start();
    return terraform.waitFor(10, TimeUnit.MINUTES) ? terraform.exitValue() : -1;
  }

  private static void skip(String why) {
    String message = "SKIPPED: " + why + ", so Terraform was neither validated nor tested";
    System.err.println(message);
    abort(message);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(f -> !f.toString().contains("/.terraform")).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
  }
}
