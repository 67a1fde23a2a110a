package io.growthline.cloudrun.browser;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sound page has no fault, and each fault that is put into it is found. */
@NeedsBrowser
class PageAuditTest {
  private static final Screen SCREEN = new Screen(ColorScheme.LIGHT, Screen.NARROW);
  private static final String SOUND =
      """
      <!doctype html>
      <html lang="en">
      <head><title>Sound</title><link rel="icon" href="/"></head>
      <body><main><h1>Sound</h1><p>Nothing is wrong here.</p></main></body>
      </html>
      """;

  private HttpServer server;
  private String page = SOUND;
  private String policy = "default-src * 'unsafe-inline'";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aSoundPageHasNoFault(Browser browser) {
    for (Screen screen : Screen.ALL) {
      assertThat(screen.toString(), faults(browser, screen), is(empty()));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <p style="color: #999">Pale</p>                            | color-contrast:         | p
          <img src="/" hidden><input>                                | label:                  | input
          <img src="http://elsewhere.invalid/dot.png" alt="A dot">   | external request:       | http://elsewhere.invalid/dot.png
          <script src="http://elsewhere.invalid/track.js"></script>  | external request:       | http://elsewhere.invalid/track.js
          <script>fetch("http://elsewhere.invalid/count")</script>   | external request:       | http://elsewhere.invalid/count
          <script>console.error("It broke")</script>                 | console:                | It broke
          <script src="/missing"></script>                           | console:                | 404
          <script>undefined.name</script>                            | script:                 | TypeError
          <script>Promise.reject(new Error("Late"))</script>         | script:                 | Late
          <pre class="wide" style="width: 500px">Wide</pre>          | overflow:               | pre.wide
          <h1>Sound again</h1>                                       | headings:               | 2 h1
          """)
  void whatIsAddedToThePageIsFound(String html, String check, String where, Browser browser) {
    page = SOUND.replace("</main>", html + "</main>");

    assertThat(faults(browser, SCREEN), hasItem(allOf(startsWith(check), containsString(where))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <title>Sound</title> | document-title:
          <h1>Sound</h1>       | headings: 0 h1
          ' lang="en"'         | html-has-lang:
          """)
  void whatIsMissingFromThePageIsFound(String html, String check, Browser browser) {
    page = SOUND.replace(html, "");

    assertThat(faults(browser, SCREEN), hasItem(startsWith(check)));
  }

  @Test
  void whatTheContentSecurityPolicyBlocksIsFound(Browser browser) {
    page = SOUND.replace("<p>", "<p style='color: black'>");
    policy = "default-src 'self'";

    assertThat(
        faults(browser, SCREEN),
        hasItem(allOf(startsWith("console:"), containsString("Content Security Policy"))));
  }

  @Test
  void aPageThatIsNotFoundIsAFault(Browser browser) {
    assertThat(new PageAudit(browser, origin()).faults("/missing", SCREEN), hasItem("status: 404"));
  }

  @Test
  void aFaultOfOneThemeIsFoundInThatTheme(Browser browser) {
    page =
        SOUND.replace(
            "</head>",
            "<style>@media (prefers-color-scheme: dark) { p { color: #999 } }</style></head>");

    assertThat(faults(browser, new Screen(ColorScheme.LIGHT, Screen.WIDE)), is(empty()));
    assertThat(
        faults(browser, new Screen(ColorScheme.DARK, Screen.WIDE)),
        hasItem(startsWith("color-contrast:")));
  }

  @Test
  void aFaultOfOneWidthIsFoundAtThatWidth(Browser browser) {
    page = SOUND.replace("<p>", "<p style='width: 500px'>");

    assertThat(faults(browser, new Screen(ColorScheme.LIGHT, Screen.WIDE)), is(empty()));
    assertThat(faults(browser, SCREEN), hasItem(startsWith("overflow:")));
  }

  private List<String> faults(Browser browser, Screen screen) {
    return new PageAudit(browser, origin()).faults("/", screen);
  }

  private String origin() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean found = !exchange.getRequestURI().getPath().equals("/missing");
    byte[] body = page.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.getResponseHeaders().set("Content-Security-Policy", policy);
    exchange.sendResponseHeaders(found ? 200 : 404, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
