package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Figure;
import io.growthline.pages.Figures;
import io.growthline.pages.Names;
import io.growthline.pages.Notice;
import io.growthline.pages.Place;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Series;
import io.growthline.pages.Source;
import io.growthline.pages.Withheld;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Metrics of the newest complete month, the most important first.
 *
 * @param most how many to show
 */
public record KeyFigures(int most) implements Section {
  static final List<String> FIRST =
      List.of(
          "monthly_recurring_revenue_minor",
          "active_customers",
          "churn_rate",
          "activation_rate_d7",
          "offer_acceptance_rate");

  @Override
  public String id() {
    return "figures";
  }

  @Override
  public String title() {
    return "Key figures";
  }

  @Override
  public Place place() {
    return Place.BARE;
  }

  @Override
  public List<Block> blocks(Source source) {
    Map<String, Series> series = Series.all(source);
    List<Figure> figures =
        Stream.concat(FIRST.stream().map(series::get), series.values().stream())
            .filter(Objects::nonNull)
            .distinct()
            .limit(most)
            .map(Figure::of)
            .toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        figures.isEmpty()
            ? new Sentence("No complete month has key figures yet.")
            : new Figures(figures));
    Map<String, String> withheld = Withheld.reasons(source);
    FIRST.stream()
        .filter(withheld::containsKey)
        .map(metric -> new Notice(Names.metric(metric), "withheld: " + withheld.get(metric) + "."))
        .forEach(blocks::add);
    return blocks;
  }
}
