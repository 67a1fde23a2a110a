package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Explorer;
import io.growthline.pages.Format;
import io.growthline.pages.Place;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.Unit;
import io.growthline.pages.chart.Courses;
import io.growthline.pages.chart.Courses.Course;
import io.growthline.pages.chart.Courses.Form;
import io.growthline.warehouse.Row;
import java.time.LocalDate;
import java.util.List;

/** Which share of active customers uses each feature, month by month. */
public final class FeatureUse implements Section {
  private static final int FEATURES = 6;

  @Override
  public String id() {
    return "features";
  }

  @Override
  public String title() {
    return "Feature adoption";
  }

  @Override
  public Place place() {
    return Place.HALF;
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Row> rows =
        source.query(
            "SELECT month, feature, share_of_active FROM marts.feature_adoption WHERE feature IN"
                + " (SELECT feature FROM marts.feature_adoption GROUP BY feature"
                + " ORDER BY SUM(customers) DESC, feature LIMIT "
                + FEATURES
                + ") ORDER BY month, feature");
    List<LocalDate> months = rows.stream().map(row -> row.date("month")).distinct().toList();
    if (months.size() < 2) {
      return List.of(new Sentence("There are not two months with feature use yet."));
    }
    List<Course> courses =
        rows.stream()
            .map(row -> row.text("feature"))
            .distinct()
            .sorted()
            .map(feature -> course(feature, months, rows))
            .toList();
    return List.of(
        new Sentence(
            "Share of the customers active in a month who used it; the newest month may go on."),
        new Explorer(
            "",
            new Courses(
                "Share of active customers by feature and month",
                months.stream().map(Format.MONTH::text).toList(),
                courses,
                Unit.of("share")),
            ""));
  }

  private static Course course(String feature, List<LocalDate> months, List<Row> rows) {
    return new Course(
        Format.TITLE.text(feature),
        Form.LINE,
        months.stream()
            .map(
                month ->
                    rows.stream()
                        .filter(
                            row ->
                                row.text("feature").equals(feature)
                                    && row.date("month").equals(month))
                        .map(row -> row.number("share_of_active"))
                        .findFirst()
                        .orElse(null))
            .toList());
  }
}
