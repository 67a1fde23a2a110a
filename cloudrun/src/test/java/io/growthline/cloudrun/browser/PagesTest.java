package io.growthline.cloudrun.browser;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Browser;
import io.growthline.cloudrun.NoData;
import io.growthline.pages.Pages;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every page, over every publication, on screens of both themes and both widths. */
@QuarkusTest
@WithTestResource(value = NoData.class, initArgs = @ResourceArg(name = "for", value = "pages"))
@NeedsBrowser
class PagesTest {
  @TestHTTPResource("/")
  String home;

  @ConfigProperty(name = "growthline.data")
  Path data;

  /** All pages that there are; tables without rows have no customer to show. */
  private static List<String> paths(Publication publication) {
    return Pages.routed().stream()
        .map(page -> page.path().replace("{id}", "c000023"))
        .filter(
            path ->
                publication != Publication.TABLES_WITHOUT_ROWS
                    || Pages.ALL.stream().anyMatch(page -> page.path().equals(path)))
        .toList();
  }

  @TestFactory
  Stream<DynamicContainer> pagesHaveNoFaults(Browser browser) {
    PageAudit audit = new PageAudit(browser, home.replaceFirst("/$", ""));
    return Stream.of(Publication.values())
        .map(publication -> dynamicContainer(publication.name(), audits(audit, publication)));
  }

  private Stream<DynamicNode> audits(PageAudit audit, Publication publication) {
    return Stream.concat(
        Stream.of(dynamicTest("is published", () -> publication.in(data))),
        paths(publication).stream()
            .flatMap(
                path -> publication.screens.stream().map(screen -> audit(audit, path, screen))));
  }

  private static DynamicNode audit(PageAudit audit, String path, Screen screen) {
    String name = path + " " + screen;
    return dynamicTest(
        name,
        () -> {
          List<String> faults = audit.faults(path, screen);
          assertThat(name + "\n" + String.join("\n", faults), faults, hasSize(0));
        });
  }
}
