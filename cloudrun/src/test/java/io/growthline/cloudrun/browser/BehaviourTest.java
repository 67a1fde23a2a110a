package io.growthline.cloudrun.browser;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import io.growthline.cloudrun.SampleData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What pages do when they are used. */
@QuarkusTest
@WithTestResource(SampleData.class)
@NeedsBrowser
class BehaviourTest {
  /** Longer than pages wait before they ask, in milliseconds. */
  private static final int SETTLED = 600;

  @TestHTTPResource("/")
  String home;

  private BrowserContext context;
  private Page page;

  /** What scripts asked for; not the page and its files. */
  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void open(Browser browser) {
    context = browser.newContext(new Screen(ColorScheme.LIGHT, Screen.WIDE).context());
    page = context.newPage();
    page.onRequest(this::note);
    page.navigate(home);
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void theThemeButtonSwitchesTheThemeAndTheChoiceStays() {
    String light = background();

    button("dark").click();
    String dark = background();
    page.reload();
    String reloaded = background();
    button("light").click();

    assertThat(dark, is(not(light)));
    assertThat(reloaded, is(dark));
    assertThat(background(), is(light));
  }

  @Test
  void theFirstTabShowsTheLinkThatSkipsToTheContent() {
    page.keyboard().press("Tab");
    Locator skip = page.locator(":focus");

    assertThat(skip.innerText(), containsString("Skip"));
    BoundingBox box = skip.boundingBox();
    assertThat("left edge, in px", box.x, greaterThanOrEqualTo(0.0));
    assertThat("upper edge, in px", box.y, greaterThanOrEqualTo(0.0));

    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    assertThat(focusIsWithin("main"), is(true));
  }

  @Test
  void theNameAndTheMainNavigationComeNextOnEveryWidth() {
    for (int width : List.of(Screen.WIDE, Screen.NARROW)) {
      page.setViewportSize(width, 900);
      page.reload();
      page.keyboard().press("Tab");
      page.keyboard().press("Tab");
      assertThat(width + " px", focusIsWithin(".brand"), is(true));
      page.keyboard().press("Tab");

      assertThat(width + " px", focusIsWithin("nav"), is(true));
    }
  }

  @Test
  void aStepOfThePriceAsksOnceAndShowsTheAnswer() {
    Locator price = page.getByRole(AriaRole.SLIDER);
    String before = page.locator("#pricing-result").innerText();

    page.waitForResponse(response -> true, () -> price.press("ArrowRight"));
    page.waitForTimeout(SETTLED);

    assertThat(asked.toString(), asked, hasSize(1));
    assertThat(page.locator("#pricing-result").innerText(), is(not(before)));
  }

  @Test
  void draggingThePriceAsksOnceWhereItIsDropped() {
    Locator price = page.getByRole(AriaRole.SLIDER);
    price.scrollIntoViewIfNeeded();
    BoundingBox box = price.boundingBox();
    double y = box.y + box.height / 2;

    page.mouse().move(box.x + box.width * 0.2, y);
    page.mouse().down();
    for (double share = 0.3; share < 0.9; share += 0.1) {
      page.mouse().move(box.x + box.width * share, y);
    }
    page.waitForResponse(response -> true, () -> page.mouse().up());
    page.waitForTimeout(SETTLED);

    assertThat(asked.toString(), asked, hasSize(1));
  }

  @Test
  void typingASearchFiltersTheRowsWithoutLoadingThePage() {
    page.evaluate("window.sameDocument = true");

    page.waitForResponse(
        response -> true,
        () -> page.locator("#customers input[type=search]").pressSequentially("premium"));
    page.waitForTimeout(SETTLED);

    assertThat(asked.toString(), asked, hasSize(1));
    List<String> rows = page.locator("#customers tbody tr").allInnerTexts();
    assertThat(rows, is(not(empty())));
    assertThat(rows, everyItem(containsStringIgnoringCase("premium")));
    assertThat(page.evaluate("window.sameDocument"), is(true));
  }

  private Locator button(String theme) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(theme + " theme")));
  }

  private String background() {
    return (String) page.evaluate("getComputedStyle(document.body).backgroundColor");
  }

  private boolean focusIsWithin(String selector) {
    return (Boolean) page.evaluate("s => document.activeElement.closest(s) !== null", selector);
  }

  private void note(Request request) {
    if (List.of("fetch", "xhr").contains(request.resourceType())) {
      asked.add(request.method() + " " + request.url());
    }
  }
}
