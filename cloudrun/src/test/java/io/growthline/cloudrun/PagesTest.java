package io.growthline.cloudrun;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.growthline.pages.Page;
import io.growthline.pages.Pages;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Every page of the list renders whatever is published. */
@QuarkusTest
@WithTestResource(PagesTest.OwnData.class)
class PagesTest {
  private static final Pattern EXPORT = Pattern.compile("href=\"(\\?[^\"]*export=[^\"]*)\"");

  @ConfigProperty(name = "growthline.data")
  String data;

  @Test
  void everyPageShowsAFullWarehouse() throws Exception {
    publish(SampleTables.rows());
    SampleModels.register(Path.of(data).resolve("models"));
    for (Page page : Pages.routed()) {
      String html = html(page, 200);
      assertThat(page.path(), html, not(containsString("./growthline demo")));
    }
  }

  @Test
  void everyPageShowsAnEmptyWarehouse() throws Exception {
    publish(List.of());
    for (Page page : Pages.routed()) {
      html(page, page.path().contains("{") ? 404 : 200);
    }
  }

  @Test
  void everyPageShowsAWarehouseInWhichOneTableIsFilled() throws Exception {
    for (String insert : SampleTables.rows()) {
      publish(List.of(insert));
      boolean customers = insert.contains("INTO marts.customer_360_profile");
      for (Page page : Pages.routed()) {
        html(page, page.path().contains("{") && !customers ? 404 : 200);
      }
    }
  }

  @Test
  void everyPageIsFoundInTheNavigationOrThroughItsParent() throws Exception {
    publish(SampleTables.rows());
    for (Page page : Pages.routed()) {
      String html = html(page, 200);
      assertThat(page.path(), html, containsString("aria-current=\"page\""));
      for (Page other : Pages.ALL) {
        assertThat(page.path(), html, containsString("<a href=\"" + other.path() + "\""));
      }
    }
  }

  @Test
  void everySectionIsServedAloneForAnOpenPage() throws Exception {
    publish(SampleTables.rows());
    for (Page page : Pages.routed()) {
      page.sections()
          .forEach(
              section -> {
                String html =
                    given()
                        .header("HX-Request", "true")
                        .header("HX-Target", section.id() + "-grid")
                        .get(address(page))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
                assertThat(html, containsString("id=\"" + section.id() + "\""));
                assertThat(html, not(containsString("<html")));
                assertThat(WellFormed.balanced(html), is(""));
              });
    }
  }

  @Test
  void everyGridOfEveryPageIsExported() throws Exception {
    publish(SampleTables.rows());
    for (Page page : Pages.routed()) {
      EXPORT
          .matcher(html(page, 200))
          .results()
          .forEach(
              link ->
                  given()
                      .urlEncodingEnabled(false)
                      .get(address(page) + link.group(1).replace("&amp;", "&"))
                      .then()
                      .statusCode(200)
                      .header("Content-Type", containsString("text/csv"))
                      .header("Content-Disposition", containsString("growthline-"))
                      .body(containsString("\r\n")));
    }
  }

  @Test
  void whatDoesNotExistIsNotFoundInTheSameLayout() throws Exception {
    publish(SampleTables.rows());
    String html = given().get("/customers/nobody").then().statusCode(404).extract().asString();
    WellFormed.check("nobody", html);
    assertThat(
        html,
        allOf(containsString("There is no customer nobody."), containsString("Customers</a>")));
  }

  @Test
  void theCheckOfPagesSeesWhatIsWrong() {
    assertThat(WellFormed.balanced("<p><b>x</p></b>"), is("</p>"));
    assertThat(WellFormed.balanced("<p>x"), is("p"));
    assertThat(WellFormed.repeatedIds("<i id=\"a\"></i><b id=\"a\"></b>"), is(Set.of("a")));
  }

  /** A data directory of its own, because each test publishes another warehouse. */
  public static class OwnData extends NoData {}

  private void publish(List<String> statements) throws Exception {
    SampleTables.publish(Path.of(data).resolve("warehouse"), statements);
  }

  /** The address of a page; one about a customer is that of a vulnerable one. */
  static String address(Page page) {
    return page.path().replaceAll("\\{[a-z]+}", "c000024");
  }

  private static String html(Page page, int status) {
    String html =
        given()
            .get(address(page))
            .then()
            .statusCode(status)
            .header("Content-Type", containsString("text/html"))
            .extract()
            .asString();
    WellFormed.check(page.path(), html);
    return html;
  }
}
