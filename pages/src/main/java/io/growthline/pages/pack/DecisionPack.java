package io.growthline.pages.pack;

import io.growthline.pages.MissingPageException;
import io.growthline.pages.Report;
import io.growthline.pages.Section;
import io.growthline.pages.Source;
import java.util.ArrayList;
import java.util.List;

/** What a committee reads before it decides on a change, and signs. */
public final class DecisionPack {
  /** Parameter of the path that names the change. */
  public static final String ID = "id";

  /** As a document. */
  public static final Report REPORT = new Report("Decision pack", PackSummary::finding, sections());

  private DecisionPack() {}

  private static List<Section> sections() {
    List<Section> sections = new ArrayList<>(List.of(new PackSummary()));
    sections.addAll(PackSheets.ALL);
    sections.add(new SignOff());
    return sections;
  }

  /**
   * As a workbook. The same tables give the same bytes.
   *
   * @throws MissingPageException when there is no such change
   */
  public static byte[] workbook(Source source) {
    return new PackWorkbook(source).bytes();
  }
}
