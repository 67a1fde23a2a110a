package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Figure;
import io.growthline.pages.Figures;
import io.growthline.pages.Format;
import io.growthline.pages.Place;
import io.growthline.pages.Section;
import io.growthline.pages.Source;
import io.growthline.warehouse.Row;
import java.util.List;

/** Who the customer is whose id is in the path; nothing for a reader who may not see it. */
public final class CustomerIdentity implements Section {
  @Override
  public String id() {
    return "identity";
  }

  @Override
  public String title() {
    return "Name and contact";
  }

  @Override
  public Place place() {
    return Place.BARE;
  }

  @Override
  public List<Block> blocks(Source source) {
    return source
        .tables()
        .identity(source.path().getOrDefault("id", ""))
        .<Block>map(
            row ->
                new Figures(
                    List.of(
                        figure("Name", row, "full_name"),
                        figure("E-mail", row, "email"),
                        figure("City", row, "city"))))
        .map(List::of)
        .orElse(List.of());
  }

  private static Figure figure(String title, Row row, String column) {
    return Figure.of(title, Format.TEXT.text(row.get(column)));
  }
}
