package io.growthline.cloudrun.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Opens a page as a reader does and lists its faults. */
final class PageAudit {
  private static final String AXE = resource("/axe.min.js");

  private static final String ACCESSIBILITY =
      """
      async () => {
        const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
        const result = await axe.run({ runOnly: rules, resultTypes: ["violations"] });
        return result.violations.map(({ id, help, nodes }) => {
          const where = nodes.slice(0, 3).map(node => node.target.join(" ")).join(", ");
          const why = nodes[0].failureSummary.replace(/\\s+/g, " ");
          return `${id}: ${help}: ${nodes.length} elements: ${where}: ${why}`;
        });
      }
      """;

  private static final String HEADINGS =
      """
      () => {
        const found = document.querySelectorAll("h1").length;
        return found === 1 ? [] : ["headings: " + found + " h1 instead of one"];
      }
      """;

  private static final String OVERFLOW =
      """
      () => {
        const window = document.documentElement.clientWidth;
        const page = document.scrollingElement.scrollWidth;
        if (page <= window) {
          return [];
        }
        const name = e => [e.localName + (e.id && "#" + e.id), ...e.classList].join(".");
        const wide = [...document.body.querySelectorAll("*")]
          .filter(e => e.getBoundingClientRect().right > window + 0.5)
          .slice(0, 3);
        return [`overflow: ${page} px in a window of ${window} px: ${wide.map(name).join(", ")}`];
      }
      """;

  private final Browser browser;
  private final String origin;

  /**
   * @param origin where the pages are, such as {@code http://localhost:8080}
   */
  PageAudit(Browser browser, String origin) {
    this.browser = browser;
    this.origin = origin;
  }

  /** One line a fault: which check, what is wrong, and where. */
  List<String> faults(String path, Screen screen) {
    List<String> faults = new ArrayList<>();
    try (BrowserContext context = browser.newContext(screen.context())) {
      context.route(
          url -> !url.startsWith(origin + "/"),
          route -> {
            faults.add("external request: " + route.request().url());
            route.abort();
          });
      Page page = context.newPage();
      page.onPageError(error -> faults.add("script: " + error.lines().findFirst().orElse("")));
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              faults.add("console: " + message.text() + ": " + message.location());
            }
          });

      int status = page.navigate(origin + path).status();
      if (status != 200) {
        faults.add("status: " + status);
      }
      page.evaluate("document.fonts.ready.then(() => true)");
      page.evaluate(AXE);
      for (String check : List.of(HEADINGS, OVERFLOW, ACCESSIBILITY)) {
        for (Object fault : (List<?>) page.evaluate(check)) {
          faults.add((String) fault);
        }
      }
    }
    return faults;
  }

  private static String resource(String name) {
    try (InputStream file = PageAudit.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
