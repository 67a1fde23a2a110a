package io.growthline.cloudrun.browser;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.io.TempDir;

class BrowserConditionTest {
  @TempDir Path directory;

  @Test
  void testsRunInTheChromiumOnThePath() throws Exception {
    program("google-chrome");
    Path chromium = program("chromium");
    Map<String, String> environment = Map.of("PATH", "/nowhere:" + directory);

    assertThat(Chromium.find(environment), is(Optional.of(chromium)));
    assertThat(BrowserCondition.evaluate(environment).isDisabled(), is(false));
  }

  @Test
  void theVariableNamesAnotherChromium() throws Exception {
    program("chromium");
    Path other = program("my-browser");

    assertThat(
        Chromium.find(Map.of("PATH", directory.toString(), "CHROMIUM", other.toString())),
        is(Optional.of(other)));
    assertThat(
        "a wrong name is not replaced by a guess",
        Chromium.find(Map.of("PATH", directory.toString(), "CHROMIUM", "/nowhere/chromium")),
        is(Optional.empty()));
  }

  @Test
  void withoutChromiumTestsAreSkippedAndSayHowToRunThem() {
    ConditionEvaluationResult result =
        BrowserCondition.evaluate(Map.of("PATH", directory.toString()));

    assertThat(result.isDisabled(), is(true));
    assertThat(
        result.getReason().orElseThrow(),
        allOf(containsString("SKIPPED"), containsString("apt-get install chromium")));
  }

  @Test
  void withoutChromiumTestsFailWhenABrowserIsRequired() {
    Map<String, String> environment =
        Map.of("PATH", directory.toString(), "REQUIRE_BROWSER", "true");

    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> BrowserCondition.evaluate(environment));
    assertThat(
        failure.getMessage(),
        allOf(containsString("REQUIRE_BROWSER"), containsString("apt-get install chromium")));
  }

  private Path program(String name) throws IOException {
    Path file = Files.createFile(directory.resolve(name));
    assertThat(file.toFile().setExecutable(true), is(true));
    return file;
  }
}
