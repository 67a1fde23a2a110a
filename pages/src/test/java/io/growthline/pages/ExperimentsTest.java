package io.growthline.pages;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.pages.section.Experiments;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of experiments shows of the sample. */
class ExperimentsTest {
  @TempDir Path directory;

  @Test
  void theListHasMemosDaysLeftAndReasons() {
    assertThat(
        part(page(""), "experiments", "experiment-effect"),
        allOf(
            containsString("<a href=\"/experiments?experiment=checklist\">Checklist</a>"),
            containsString("<span class=\"pill ship\">ship</span>"),
            containsString("control 510, treatment 490"),
            containsString("+7.00 pt"),
            containsString("+3.00 pt to +11.00 pt"),
            containsString("Nobody was exposed yet.")));
  }

  @Test
  void theEffectIsDrawnOverTimeInBothItsIntervals() {
    String effect = part(page(""), "experiment-effect", "experiment-metrics");

    assertThat(
        effect,
        allOf(
            containsString("Effect on Funded by day"),
            containsString("class=\"band\""),
            containsString("3 Dec: 7.0%"),
            not(containsString("No effect can be read."))));
  }

  @Test
  void metricsGuardrailsAndSegmentsAreThoseOfTheChosenExperiment() {
    String page = page("checklist");

    assertThat(
        part(page, "experiment-metrics", "experiment-guardrails"),
        allOf(
            containsString("Interval of Funded, treatment"),
            containsString("+£2.00"),
            containsString("The interval crosses 0."),
            not(containsString("Contacts"))));
    assertThat(
        part(page, "experiment-guardrails", "experiment-segments"),
        allOf(containsString("<span class=\"pill kept\">kept</span>"), containsString("+0.100")));
    assertThat(
        page.substring(page.indexOf("id=\"experiment-segments\"")),
        allOf(containsString("Wales"), containsString("Too few.")));
  }

  @Test
  void anExperimentThatHasNotBegunSaysSo() {
    String page = page("not_begun");

    assertThat(page, containsString("There is no course yet"));
    assertThat(page, containsString("Nobody was exposed yet, so there is nothing to compare."));
  }

  @Test
  void anUnknownExperimentIsRefusedWithThoseThatThereAre() {
    UnknownChoiceException e = assertThrows(UnknownChoiceException.class, () -> page("other"));

    assertThat(
        e.getMessage(),
        containsString("There is no experiment other; known: checklist, not_begun"));
  }

  @Test
  void armsWithoutTheirSharesAreTheFirstThingToRead() {
    String mismatch =
        "INSERT INTO marts.experiments BY NAME SELECT 'x' AS experiment_id, 'growth' AS owner, 'a, b' AS"
            + " arms, '400, 600' AS exposed_by_arm, 'funded' AS primary_metric, 1e-9 AS"
            + " sample_ratio_p, 'region Wales' AS sample_ratio_fault, 'hold' AS memo";
    String page = Site.page(find(), Source.of(PublishedFixture.of(directory, List.of(mismatch))));

    assertThat(
        page,
        allOf(
            containsString("<b>No effect can be read.</b>"),
            containsString("at fault: region Wales")));
  }

  @Test
  void withoutRowsEverySectionSaysWhy() {
    String page = Site.page(find(), Source.of(PublishedFixture.empty(directory)));

    assertThat(
        page,
        allOf(
            containsString("There are no customers, or no experiment is declared."),
            containsString("Without an experiment there is no effect to show.")));
  }

  @Test
  void theReportListsExperimentsWithoutLinks() {
    Source source = Source.of(PublishedFixture.full(directory));
    Function<Block, String> markdown = block -> block.markdown(source);
    String text =
        String.join("\n", Experiments.LISTED.blocks(source).stream().map(markdown).toList());

    assertThat(
        text,
        allOf(
            containsString("Checklist"),
            containsString("| ship |"),
            not(containsString("/experiments?"))));
  }

  private String page(String experiment) {
    return Site.page(
        find(),
        new Source(PublishedFixture.full(directory), Map.of(), Map.of("experiment", experiment)));
  }

  private static String part(String page, String from, String to) {
    return page.substring(page.indexOf("id=\"" + from + "\""), page.indexOf("id=\"" + to + "\""));
  }

  private static Page find() {
    return Pages.routed().stream()
        .filter(p -> p.path().equals("/experiments"))
        .findFirst()
        .orElseThrow();
  }
}
