package io.growthline.domain.report;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Writes a report as a self-contained HTML page and as Markdown. */
public final class ReportRenderer {
  private final Template html;
  private final Template markdown;

  public ReportRenderer() {
    Engine engine =
        Engine.builder()
            .addDefaults()
            .addValueResolver(ValueResolvers.rawResolver())
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .removeStandaloneLines(true)
            .build();
    html = parse(engine, "report.html", Variant.TEXT_HTML);
    markdown = parse(engine, "report.md", Variant.TEXT_PLAIN);
  }

  public String html(ReportData data) {
    return html.data("r", ReportViews.of(data)).render();
  }

  public String markdown(ReportData data) {
    return markdown.data("r", ReportViews.of(data)).render();
  }

  private static Template parse(Engine engine, String name, String contentType) {
    try (InputStream in = ReportRenderer.class.getResourceAsStream("/growthline/report/" + name)) {
      String template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return engine.parse(
          template, new Variant(Locale.ROOT, StandardCharsets.UTF_8, contentType), name);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the template " + name, e);
    }
  }
}
