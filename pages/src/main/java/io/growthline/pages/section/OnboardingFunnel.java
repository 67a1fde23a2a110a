package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Drawing;
import io.growthline.pages.Format;
import io.growthline.pages.Place;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.chart.Funnel;
import io.growthline.warehouse.Row;
import java.util.ArrayList;
import java.util.List;

/** Where applicants of the newest mature months are lost on their way to a first purchase. */
public final class OnboardingFunnel implements Section {
  private static final int MONTHS = 3;

  @Override
  public String id() {
    return "onboarding";
  }

  @Override
  public String title() {
    return "Onboarding";
  }

  @Override
  public Place place() {
    return Place.HALF;
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Row> rows =
        source.query(
            "SELECT step, step_number, SUM(customers_reaching) AS customers,"
                + " MIN(cohort_month) AS first_month, MAX(cohort_month) AS last_month"
                + " FROM marts.onboarding_funnel WHERE dimension = 'all' AND is_mature"
                + " AND cohort_month IN (SELECT DISTINCT cohort_month FROM marts.onboarding_funnel"
                + " WHERE is_mature ORDER BY cohort_month DESC LIMIT "
                + MONTHS
                + ") GROUP BY step, step_number ORDER BY step_number");
    if (rows.isEmpty()) {
      return List.of(new Sentence("No month of applicants is 30 days old yet."));
    }
    String first = Format.MONTH.text(rows.get(0).get("first_month"));
    String last = Format.MONTH.text(rows.get(0).get("last_month"));
    return List.of(
        new Sentence(
            "Applicants of "
                + (first.equals(last) ? last : first + " to " + last)
                + " who reached each step within 30 days. Later applicants still have time."),
        new Drawing("", new Funnel("Onboarding", steps(rows)), ""));
  }

  private static List<Funnel.Step> steps(List<Row> rows) {
    int bottleneck = 0;
    double most = 0;
    for (int i = 1; i < rows.size(); i++) {
      double lost = rows.get(i - 1).number("customers") - rows.get(i).number("customers");
      if (lost > most) {
        most = lost;
        bottleneck = i;
      }
    }
    List<Funnel.Step> steps = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      steps.add(
          new Funnel.Step(
              Format.TITLE.text(rows.get(i).text("step")),
              rows.get(i).number("customers"),
              bottleneck > 0 && i == bottleneck));
    }
    return steps;
  }
}
