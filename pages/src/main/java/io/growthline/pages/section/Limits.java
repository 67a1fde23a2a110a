package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import java.util.List;

/** What the results must not be used for. */
public final class Limits implements Section {

  @Override
  public String id() {
    return "limits";
  }

  @Override
  public String title() {
    return "Limits";
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(
            "Scores put customers in order for helpful contact, nothing else: never credit, eligibility"
                + " or punishment. Vulnerable customers are routed to help and never targeted by price"
                + " or incentive. Price scenarios are analysis, not decisions. Generated demonstration"
                + " data are synthetic; results on them say nothing about real people."));
  }
}
