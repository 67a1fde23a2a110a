package io.growthline.pages;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.pages.pack.DecisionPack;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a committee sees of a change before it decides, and what it signs. */
class PackTest {
  private static final Map<String, String> CHECKLIST = Map.of("id", "onboarding_checklist");

  @TempDir static Path directory;
  private static Tables full;
  private static Source source;

  @BeforeAll
  static void publish() {
    full = PublishedFixture.full(directory);
    source = new Source(full, CHECKLIST, Map.of());
  }

  private static String page(Tables tables) {
    Page outcomes =
        Pages.ALL.stream().filter(p -> p.path().equals("/outcomes")).findFirst().orElseThrow();
    return Site.page(outcomes, Source.of(tables));
  }

  @Test
  void theCardSaysTheDecisionAndShowsGatesWithTheirEvidenceOneClickAway() {
    String page = page(full);
    assertThat(
        page,
        stringContainsInOrder(
            "<h3>Onboarding checklist</h3>",
            "<span class=\"pill inconclusive\">experiment only</span>",
            "Experiment only: the evidence does not suffice.",
            "does not exclude the threshold of block.",
            "<details class=\"seen\"><summary>Onboarding checklist: 1 of 2 gates pass, 1 withheld",
            "Complaints",
            "<span class=\"pill inconclusive\">withheld</span>",
            "metric=complained",
            "Uplift",
            "<span class=\"pill good\">pass</span>",
            "/decisions/onboarding_checklist/pack.html",
            "<h3>This run</h3>",
            "<span class=\"pill bad\">block</span>"));
    assertThat(page, not(containsString("/decisions/this_run/")));
  }

  @Test
  void withoutDecisionsThePageSaysSo(@TempDir Path nothing) {
    assertThat(
        page(PublishedFixture.empty(nothing)),
        containsString("Nothing was decided: monitoring has not run yet."));
  }

  @Test
  void theDocumentHoldsTheImpactInSentencesAndLinesToSign() {
    assertThat(
        DecisionPack.REPORT.markdown(source),
        stringContainsInOrder(
            "# Onboarding checklist: experiment only",
            "## Summary",
            "Funded: 0.8480 with the change, 0.7760 without; an effect of 0.0720 (0.0210 to 0.1230),"
                + " ok.",
            "## Gates",
            "## Impact",
            "## Effects by group",
            "## Fairness gaps",
            "## Onboarding funnel",
            "## Abandonment",
            "## Fair-value pricing",
            "## Protection",
            "## Sign-off",
            "| Chair of the committee |"));
    assertThat(
        DecisionPack.REPORT.html(source),
        allOf(
            containsString("<h1>Onboarding checklist: experiment only</h1>"),
            containsString("Risk")));
  }

  @Test
  void theWorkbookHasASheetForEachPart() throws IOException {
    assertThat(
        sheets(parts(DecisionPack.workbook(source))),
        contains(
            "Summary",
            "Gates",
            "Impact",
            "Effects by group",
            "Fairness gaps",
            "Onboarding funnel",
            "Abandonment",
            "Fair-value pricing",
            "Protection"));
  }

  @Test
  void theWorkbookHoldsNumbersAsNumbersAndTheLinesToSign() throws IOException {
    Map<String, String> parts = parts(DecisionPack.workbook(source));
    assertThat(parts.get("xl/worksheets/sheet3.xml"), containsString("<v>0.072</v>"));
    assertThat(
        parts.get("xl/sharedStrings.xml"),
        allOf(
            containsString("Onboarding checklist: experiment only"),
            containsString("Chair of the committee"),
            containsString("Owner of the change")));
  }

  @Test
  void aSheetWithoutRowsSaysWhy(@TempDir Path some) throws IOException {
    Tables tables = PublishedFixture.of(some, List.of(ReleaseRows.all().get(0)));
    String texts =
        parts(DecisionPack.workbook(new Source(tables, CHECKLIST, Map.of())))
            .get("xl/sharedStrings.xml");
    assertThat(
        texts,
        allOf(
            containsString("No experiment measures the change, or nobody was exposed to it."),
            containsString("No offer was shown."),
            containsString("No month of applicants is 30 days old yet.")));
  }

  @Test
  void theSameTablesGiveTheSameBytesWithoutATime() throws IOException {
    byte[] one = DecisionPack.workbook(source);
    assertThat(parts(one).get("docProps/core.xml"), not(containsString("created")));
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(one))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertThat(entry.getName(), entry.getTimeLocal(), is(LocalDateTime.of(1980, 1, 1, 0, 0)));
      }
    }
    assertThat(DecisionPack.workbook(source), is(one));
  }

  @Test
  void anUnknownChangeIsMissing() {
    Source unknown = new Source(full, Map.of("id", "nothing"), Map.of());
    assertThat(
        assertThrows(MissingPageException.class, () -> DecisionPack.workbook(unknown)).getMessage(),
        is("There is no change nothing"));
    assertThrows(MissingPageException.class, () -> DecisionPack.REPORT.markdown(unknown));
  }

  private static Map<String, String> parts(byte[] workbook) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  private static List<String> sheets(Map<String, String> parts) {
    Matcher names =
        Pattern.compile("<sheet name=\"([^\"]+)\"").matcher(parts.get("xl/workbook.xml"));
    List<String> sheets = new ArrayList<>();
    while (names.find()) {
      sheets.add(names.group(1));
    }
    return sheets;
  }
}
