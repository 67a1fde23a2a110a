package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Points;
import io.growthline.pages.Points.Point;
import io.growthline.pages.Section;
import io.growthline.pages.Source;
import java.util.List;

/** What a plan of actions takes for granted. */
public final class Assumptions implements Section {
  @Override
  public String id() {
    return "assumptions";
  }

  @Override
  public String title() {
    return "Assumptions and caveats";
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Points(
            List.of(
                new Point(
                    "Success",
                    "What an action keeps of those who would leave is assumed unless it says measured."
                        + " Held-out customers measure it: do not contact them."),
                new Point(
                    "Value",
                    "What is lost with a customer is the expected margin of 52 weeks, while the chance"
                        + " of leaving is that of 30 days; an action that delays leaving by weeks is"
                        + " worth less."),
                new Point(
                    "Intervals",
                    "They combine the ranges of chance, value and success as if these were"
                        + " independent. Sums of many customers are surer than each of them."),
                new Point(
                    "Limits",
                    "Net by other budgets is an upper bound; at the margin exact limits may leave a"
                        + " little less."),
                new Point(
                    "Recommendations",
                    "Severity, confidence and effort are judgements of those who wrote the rules."))));
  }
}
