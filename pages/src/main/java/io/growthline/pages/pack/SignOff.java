package io.growthline.pages.pack;

import io.growthline.pages.Block;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.ListedRows;
import io.growthline.warehouse.Row;
import java.util.List;

/** Lines on which a committee signs. */
final class SignOff implements Section {
  static final List<String> HEADINGS = List.of("Role", "Name", "Decision", "Date");
  static final List<String> ROLES =
      List.of("Owner of the change", "Customer outcomes", "Risk", "Chair of the committee");
  static final String LEAD = "The platform recommends; the committee decides.";

  @Override
  public String id() {
    return "sign-off";
  }

  @Override
  public String title() {
    return "Sign-off";
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(LEAD),
        Grid.of(
            id(),
            title(),
            new ListedRows(
                ROLES.stream().map(role -> new Row(List.of("role"), List.of(role))).toList()),
            HEADINGS.stream().map(SignOff::column).toList()));
  }

  private static Column column(String heading) {
    return Column.words(
        "", heading, row -> heading.equals(HEADINGS.get(0)) ? row.text("role") : "");
  }
}
