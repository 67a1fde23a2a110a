package io.growthline.pages;

import io.growthline.pages.section.Assumptions;
import io.growthline.pages.section.Bands;
import io.growthline.pages.section.ChangeDecisions;
import io.growthline.pages.section.DataQuality;
import io.growthline.pages.section.Drift;
import io.growthline.pages.section.Elasticity;
import io.growthline.pages.section.ExecutiveSummary;
import io.growthline.pages.section.Experiments;
import io.growthline.pages.section.Finding;
import io.growthline.pages.section.Gates;
import io.growthline.pages.section.InterventionPlan;
import io.growthline.pages.section.KeyFigures;
import io.growthline.pages.section.Limits;
import io.growthline.pages.section.ModelQuality;
import io.growthline.pages.section.OwnerActions;
import io.growthline.pages.section.PlanFinding;
import io.growthline.pages.section.Reasons;
import io.growthline.pages.section.Recommendations;
import io.growthline.pages.section.Rejections;
import io.growthline.pages.section.RiskRegister;
import io.growthline.pages.section.RuleAgreement;
import io.growthline.pages.section.Scenarios;
import io.growthline.pages.section.Sources;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A report: one file that needs nothing else.
 *
 * @param title what it is
 * @param finding the sentence to remember
 * @param sections in order
 */
public record Report(String title, Function<Source, String> finding, List<Section> sections) {
  /** What every run writes. */
  public static final Report STANDARD =
      new Report(
          "Growthline report",
          Finding::risk,
          List.of(
              new ExecutiveSummary(),
              new KeyFigures(Integer.MAX_VALUE),
              new Gates(),
              new ChangeDecisions(),
              new ModelQuality(),
              new Bands(),
              new Reasons(),
              new InterventionPlan(),
              new Recommendations(),
              new RuleAgreement(),
              new RiskRegister(),
              new Drift(),
              new Elasticity(),
              new Scenarios(),
              Experiments.LISTED,
              new DataQuality(),
              new Rejections(),
              new Sources(),
              new Limits()));

  /** What a plan of actions says, for those who decide on it. */
  public static final Report BRIEF =
      new Report(
          "Decision brief",
          PlanFinding::of,
          List.of(
              new InterventionPlan(),
              new OwnerActions(),
              new Recommendations(),
              new RuleAgreement(),
              new Assumptions(),
              new Limits()));

  public Report {
    sections = List.copyOf(sections);
  }

  /** What its file is called, without an ending. */
  public String fileName() {
    return "growthline-" + title.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  /**
   * As a page that holds its styles and its font.
   *
   * @param runId the run it speaks of
   */
  public String html(Tables tables, String runId) {
    return html(Source.of(tables), runId);
  }

  private String html(Source source, String runId) {
    Map<String, Object> data = head(source, runId);
    data.put("styles", styles());
    data.put(
        "rows",
        SectionView.rows(
            sections.stream().map(section -> SectionView.inReport(section, source)).toList()));
    return Templates.render("report.html", data);
  }

  /**
   * As a page of the newest run.
   *
   * @param source with the address, which sections may follow
   */
  public String html(Source source) {
    return html(source, newestRun(source));
  }

  /**
   * As Markdown.
   *
   * @param runId the run it speaks of
   */
  public String markdown(Tables tables, String runId) {
    return markdown(Source.of(tables), runId);
  }

  /**
   * As Markdown of the newest run.
   *
   * @param source with the filters of the address, which sections may follow
   */
  public String markdown(Source source) {
    return markdown(source, newestRun(source));
  }

  private static String newestRun(Source source) {
    return source
        .query(
            "SELECT run_id FROM monitoring.run_manifests ORDER BY started_at DESC, run_id LIMIT 1")
        .stream()
        .findFirst()
        .map(row -> row.text("run_id"))
        .orElse("unknown");
  }

  private String markdown(Source source, String runId) {
    Gates.Overall overall = Gates.overall(source);
    String head =
        "# %s\n\n**Release verdict: %s.** %s\n%s as of %s (UTC), run `%s`.\n"
            .formatted(
                finding.apply(source),
                overall.words(),
                overall.explanation(),
                title,
                Format.DAY.text(source.tables().asOf()),
                runId);
    return sections.stream()
        .map(section -> markdown(section, source))
        .collect(Collectors.joining("\n", head + "\n", ""));
  }

  private static String markdown(Section section, Source source) {
    return section.blocks(source).stream()
        .map(block -> block.markdown(source))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n\n", "## " + section.title() + "\n\n", "\n"));
  }

  private Map<String, Object> head(Source source, String runId) {
    Gates.Overall overall = Gates.overall(source);
    Map<String, Object> data = new HashMap<>();
    data.put("title", title);
    data.put("finding", finding.apply(source));
    data.put("asOf", Format.DAY.text(source.tables().asOf()));
    data.put("runId", runId);
    data.put("verdict", overall.verdict());
    data.put("words", overall.words());
    data.put("explanation", overall.explanation());
    return data;
  }

  private static String styles() {
    String folder = "/META-INF/resources/assets/";
    String font = Base64.getEncoder().encodeToString(Templates.bytes(folder + "inter.woff2"));
    return Templates.text(folder + "app.css")
        .replace("url(\"inter.woff2\")", "url(\"data:font/woff2;base64," + font + "\")");
  }
}
