package io.growthline.cloudrun.browser;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether tests that need a browser run on this machine. */
final class BrowserCondition implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    ConditionEvaluationResult result = evaluate(System.getenv());
    if (result.isDisabled()) {
      System.err.println(result.getReason().orElseThrow());
    }
    return result;
  }

  /**
   * @throws IllegalStateException when there is no browser, but the environment requires one
   */
  static ConditionEvaluationResult evaluate(Map<String, String> environment) {
    Optional<Path> chromium = Chromium.find(environment);
    if (chromium.isPresent()) {
      return ConditionEvaluationResult.enabled("Tests run in " + chromium.get());
    }
    String missing =
        "No Chromium was found; install it with 'apt-get install chromium', or name it in CHROMIUM";
    if (Boolean.parseBoolean(environment.get("REQUIRE_BROWSER"))) {
      throw new IllegalStateException("REQUIRE_BROWSER is true. " + missing);
    }
    return ConditionEvaluationResult.disabled(
        "SKIPPED: no page was opened in a browser. " + missing);
  }
}
